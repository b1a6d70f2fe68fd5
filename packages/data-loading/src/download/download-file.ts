import { mkdir, rename, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DataError } from '@animals/core';
import { type CheckedDownload, checkDownload } from './check-download.ts';
import { claimPartial, type Partial } from './claim-partial.ts';
import { describeMismatch } from './describe-mismatch.ts';
import type { DownloadedFile, DownloadOptions } from './download-options.ts';
import { hashFile } from './hash-file.ts';
import { requestRest } from './request-rest.ts';
import { TryAgainError } from './try-again-error.ts';

/** What a request must bring not to count as a failed one. */
const PROGRESS = 2 ** 20;
const LONGEST_WAIT_MS = 30_000;

/**
 * Downloads a file, or goes on with a download that was interrupted, even by a kill.
 *
 * The file appears under its name in one step, whole and checked; until then a hidden folder beside it keeps what has
 * come. A file that is there with the hash asked for is left alone, without a request. What came earlier is used only if the
 * server still has the same content (`If-Range` with its ETag or date) or a hash will tell.
 * @param url http or https; redirects are followed, but from https to http only with a `sha256`
 * @throws ArgumentError if the URL or an option breaks its rule.
 * @throws DataError if the server refuses, lies or cannot be reached, or the content is not what was asked for; it names
 * the URL, size and hash, and where to put the file by hand. The signal's reason if it aborts: what came is kept.
 */
export async function downloadFile(
  url: string | URL,
  file: string,
  options: DownloadOptions = {},
): Promise<DownloadedFile> {
  const download = checkDownload(url, options);
  const target = resolve(file);
  const present = await findPresent(target, download);
  if (present) return present;
  await mkdir(dirname(target), { recursive: true });
  const part = await claimPartial(target);
  try {
    return await fetchInto(part, target, download);
  } finally {
    part.release();
  }
}

async function findPresent(file: string, download: CheckedDownload): Promise<DownloadedFile | undefined> {
  if (download.sha256 === undefined && download.md5 === undefined) return undefined;
  if (!(await stat(file).catch(() => undefined))?.isFile()) return undefined;
  const { bytes, sha256, md5 } = await hashFile(file, download.signal);
  if (describeMismatch({ bytes, sha256, md5 }, download)) return undefined;
  return { file, bytes, sha256, status: 'present', resumedFrom: 0 };
}

async function fetchInto(part: Partial, file: string, download: CheckedDownload): Promise<DownloadedFile> {
  const limit = timeLimit(download);
  try {
    await requestAll(part, file, download, limit.signal);
    let found = await hashFile(part.file, limit.signal);
    // The earlier part may be of another content, or a crash may have left it with holes.
    if (part.kept > 0 && describeMismatch(found, download)) {
      await part.restart();
      await requestAll(part, file, download, limit.signal);
      found = await hashFile(part.file, limit.signal);
    }
    const mismatch = describeMismatch(found, download);
    if (mismatch) {
      await part.remove();
      throw new DataError(download.url.href, `${mismatch}; it was not kept`);
    }
    const resumedFrom = part.kept;
    await rename(part.file, file);
    await part.remove();
    return { file, bytes: found.bytes, sha256: found.sha256, status: 'downloaded', resumedFrom };
  } finally {
    limit.stop();
  }
}

/** Asks again and again until all has come. */
async function requestAll(part: Partial, file: string, download: CheckedDownload, signal: AbortSignal): Promise<void> {
  const { retries, backoffMs } = download;
  for (let failures = 0; ; ) {
    signal.throwIfAborted();
    const before = await part.length();
    try {
      return await requestRest(part, download, signal);
    } catch (error) {
      if (!(error instanceof TryAgainError)) throw error;
      failures = (await part.length()) - before >= PROGRESS ? 1 : failures + 1;
      if (failures > retries) throw givenUp(error, file, download);
      const ms = error.waitMs ?? backoffMs * 2 ** (failures - 1);
      await wait(Math.min(ms, LONGEST_WAIT_MS), undefined, { signal }).catch(() => signal.throwIfAborted());
    }
  }
}

/** Tells all that is needed to get the file in another way. */
function givenUp(error: TryAgainError, file: string, { url, bytes, sha256, md5, retries }: CheckedDownload): DataError {
  const known = [
    bytes === undefined ? undefined : `${bytes} bytes`,
    sha256 === undefined ? undefined : `sha256 ${sha256}`,
    md5 === undefined ? undefined : `md5 ${md5}`,
  ].filter((line) => line !== undefined);
  const described = known.length > 0 ? ` (${known.join(', ')})` : '';
  const reason = `cannot be downloaded after ${retries + 1} tries: ${error.message}`;
  return new DataError(url.href, `${reason}; without a network, put the file${described} at ${file}`, { cause: error });
}

/** The caller's signal, and one for the time limit. */
function timeLimit({ url, timeoutMs, signal }: CheckedDownload): { signal: AbortSignal; stop: () => void } {
  const controller = new AbortController();
  const late = new DataError(
    url.href,
    `was not downloaded within ${timeoutMs} ms; what came is kept for the next call`,
  );
  const timer = timeoutMs < 2 ** 31 ? setTimeout(() => controller.abort(late), timeoutMs) : undefined;
  const signals = signal ? [signal, controller.signal] : [controller.signal];
  return { signal: AbortSignal.any(signals), stop: () => clearTimeout(timer) };
}
