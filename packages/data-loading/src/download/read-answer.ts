import { DataError } from '@animals/core';
import type { CheckedDownload } from './check-download.ts';
import type { PartialOrigin } from './claim-partial.ts';
import { TryAgainError } from './try-again-error.ts';

/** What a server's answer says of the bytes that follow. */
export interface Answer {
  /** Where they begin: 0, or where the partial file ends. */
  readonly start: number;
  readonly origin: PartialOrigin;
}

/** Answers that may be others a moment later. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);

/**
 * Reads an answer's status line and headers against what was asked.
 *
 * @param from where the asked range begins; 0 if the whole was asked for
 * @throws TryAgainError if another request may fare better.
 * @throws DataError if none will.
 */
export function readAnswer(
  response: Response,
  {
    from,
    known,
    download,
  }: { readonly from: number; readonly known: PartialOrigin | undefined; readonly download: CheckedDownload },
): Answer {
  const { url } = download;
  checkStatus(response, url);
  checkRedirect(response, download);
  const origin = { url: url.href, validator: validatorOf(response.headers), total: totalOf(response) };
  checkTotal(origin.total, download);
  if (response.status !== 206) return { start: 0, origin };
  const start = Number(/^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')?.[1] ?? Number.NaN);
  const same = known?.validator === origin.validator || origin.validator === null || known?.validator === null;
  const sized = known?.total == null || origin.total === null || known.total === origin.total;
  if (from > 0 && start === from && same && sized) return { start, origin: known ?? origin };
  throw new TryAgainError('the server sent another part than the one asked for', { stale: true });
}

function checkStatus({ status, statusText, headers }: Response, url: URL): void {
  if (status === 200 || status === 206) return;
  const said = `the server answered ${status} ${statusText}`.trim();
  if (status === 416) throw new TryAgainError(said, { stale: true });
  if (PASSING.has(status)) throw new TryAgainError(said, { waitMs: retryAfter(headers.get('retry-after')) });
  throw new DataError(url.href, `cannot be downloaded: ${said}`);
}

/** Without a hash, nothing but the encrypted connection vouches for the content. */
function checkRedirect({ url: last }: Response, { url, sha256 }: CheckedDownload): void {
  if (url.protocol !== 'https:' || !last.startsWith('http:') || sha256 !== undefined) return;
  throw new DataError(url.href, `leads to ${last}, which is not encrypted; give its sha256 to allow that`);
}

function checkTotal(total: number | null, { url, bytes, maxBytes }: CheckedDownload): void {
  if (total === null) return;
  if (bytes !== undefined && total !== bytes) {
    throw new DataError(url.href, `has ${total} bytes by the server's word where ${bytes} were expected`);
  }
  if (total > maxBytes)
    throw new DataError(url.href, `has ${total} bytes, above the cap of ${maxBytes}; raise maxBytes`);
}

/** A weak ETag does not promise equal bytes. */
function validatorOf(headers: Headers): string | null {
  const etag = headers.get('etag');
  return etag?.startsWith('"') ? etag : headers.get('last-modified');
}

/** Size of the whole, or null if the answer does not tell, or tells that of a compressed form. */
function totalOf({ status, headers }: Response): number | null {
  const encoding = headers.get('content-encoding');
  if (encoding && encoding !== 'identity') return null;
  const said =
    status === 206 ? /\/(\d+)$/.exec(headers.get('content-range') ?? '')?.[1] : headers.get('content-length');
  return said && /^\d+$/.test(said) ? Number(said) : null;
}

/** In seconds, or a date. */
function retryAfter(value: string | null): number | undefined {
  if (value === null) return undefined;
  const ms = /^\d+$/.test(value) ? 1000 * Number(value) : Date.parse(value) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}
