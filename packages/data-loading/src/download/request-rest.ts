import { type FileHandle, open } from 'node:fs/promises';
import { DataError } from '@animals/core';
import { readError } from '../node/read-error.ts';
import type { CheckedDownload } from './check-download.ts';
import type { Partial } from './claim-partial.ts';
import { type Answer, readAnswer } from './read-answer.ts';
import { createStallGuard } from './stall-guard.ts';
import { TryAgainError } from './try-again-error.ts';

/**
 * Makes one request for what a partial file lacks, and adds what comes.
 *
 * @param signal of the whole call: the caller's, or the time limit's
 * @throws TryAgainError if another request may get further; what came is kept unless it is of no use.
 * @throws DataError if it may not; the signal's reason if it aborts.
 */
export async function requestRest(part: Partial, download: CheckedDownload, signal: AbortSignal): Promise<void> {
  const guard = createStallGuard(download.stallMs, signal);
  try {
    const from = await usableLength(part, download);
    const known = await part.origin();
    if (from > 0 && known?.total === from) return;
    const response = await ask(download, { from, validator: known?.validator, signal: guard.signal });
    const { start, origin } = await readOrCancel(response, { from, known, download });
    if (start === 0) await part.restart(origin);
    await receive(response, part, { start, total: origin.total, download, touch: guard.touch });
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (guard.signal.aborted) throw new TryAgainError(`nothing came for ${download.stallMs} ms`);
    if (error instanceof TryAgainError && error.stale) await part.restart();
    throw error;
  } finally {
    guard.stop();
  }
}

/** How much can be gone on from: of the same URL, and with something that will tell whether the content is the same. */
async function usableLength(part: Partial, { url, sha256, md5 }: CheckedDownload): Promise<number> {
  const origin = await part.origin();
  const checkable = Boolean(origin?.validator ?? sha256 ?? md5);
  return origin?.url === url.href && checkable ? part.length() : 0;
}

async function ask(
  { url, headers }: CheckedDownload,
  {
    from,
    validator,
    signal,
  }: { readonly from: number; readonly validator: string | null | undefined; readonly signal: AbortSignal },
): Promise<Response> {
  const range = from > 0 ? { range: `bytes=${from}-`, ...(validator ? { 'if-range': validator } : {}) } : {};
  try {
    return await fetch(url, { headers: { ...headers, 'accept-encoding': 'identity', ...range }, signal });
  } catch (error) {
    throw new TryAgainError(`the server cannot be reached (${networkReason(error)})`, { cause: error });
  }
}

/** Lets go of the connection when nothing more is wanted of it. */
async function readOrCancel(response: Response, asked: Parameters<typeof readAnswer>[1]): Promise<Answer> {
  try {
    return readAnswer(response, asked);
  } catch (error) {
    await response.body?.cancel().catch(() => undefined);
    throw error;
  }
}

interface Reception {
  readonly start: number;
  readonly total: number | null;
  readonly download: CheckedDownload;
  readonly touch: () => void;
}

async function receive(response: Response, part: Partial, { start, total, download, touch }: Reception): Promise<void> {
  const { url, maxBytes, bytes, onProgress } = download;
  const most = Math.min(maxBytes, bytes ?? maxBytes);
  const handle = await open(part.file, 'r+').catch((error) => {
    throw readError(part.file, error);
  });
  let at = start;
  try {
    for await (const chunk of bodyOf(response)) {
      touch();
      if (at + chunk.length > most) throw new DataError(url.href, `sends more than ${most} bytes`);
      await write(handle, chunk, at, part.file);
      at += chunk.length;
      onProgress?.({ done: at, total: total ?? bytes ?? Number.POSITIVE_INFINITY, label: url.href });
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  const wanted = total ?? bytes;
  if (wanted !== undefined && at < wanted)
    throw new TryAgainError(`the connection ended after ${at} of ${wanted} bytes`);
}

async function* bodyOf({ body }: Response): AsyncGenerator<Uint8Array> {
  if (!body) return;
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch (cause) {
    throw new TryAgainError(`the connection broke (${networkReason(cause)})`, { cause });
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

async function write(handle: FileHandle, chunk: Uint8Array, at: number, file: string): Promise<void> {
  try {
    for (let done = 0; done < chunk.length; ) {
      done += (await handle.write(chunk, done, chunk.length - done, at + done)).bytesWritten;
    }
  } catch (error) {
    throw new DataError(file, `cannot be written (${(error as NodeJS.ErrnoException).code}); what came is kept`, {
      cause: error,
    });
  }
}

function networkReason(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? ((cause as NodeJS.ErrnoException).code ?? cause.message) : message;
}
