import { ArgumentError } from '@animals/core';
import type { DownloadOptions } from './download-options.ts';

/** The options with their defaults, after every rule was checked. */
export interface CheckedDownload extends DownloadOptions {
  readonly url: URL;
  readonly maxBytes: number;
  readonly retries: number;
  readonly backoffMs: number;
  readonly stallMs: number;
  readonly timeoutMs: number;
}

/** Refuses a URL or options that break a rule, before anything is asked of the network. @throws ArgumentError */
export function checkDownload(address: string | URL, options: DownloadOptions): CheckedDownload {
  const { maxBytes = 2 ** 32, retries = 4, backoffMs = 500, stallMs = 30_000 } = options;
  const { timeoutMs = Number.POSITIVE_INFINITY, bytes, sha256, md5 } = options;
  const url = checkUrl(address);
  checkHash('sha256', sha256, 64);
  checkHash('md5', md5, 32);
  if (bytes !== undefined) checkNumber('bytes', bytes, Number.isSafeInteger(bytes) && bytes >= 0, 'a size in bytes');
  checkNumber('maxBytes', maxBytes, maxBytes >= 1, 'at least 1');
  checkNumber('retries', retries, Number.isInteger(retries) && retries >= 0, 'a whole number of at least 0');
  checkNumber('backoffMs', backoffMs, backoffMs >= 0, 'at least 0');
  checkNumber('stallMs', stallMs, stallMs > 0, 'above 0');
  checkNumber('timeoutMs', timeoutMs, timeoutMs > 0, 'above 0');
  if (bytes !== undefined && bytes > maxBytes) {
    throw new ArgumentError('bytes', `bytes must not be above maxBytes = ${maxBytes}, got ${bytes}; raise maxBytes`);
  }
  return { ...options, url, maxBytes, retries, backoffMs, stallMs, timeoutMs };
}

function checkUrl(address: string | URL): URL {
  const url = URL.canParse(String(address)) ? new URL(String(address)) : undefined;
  if (url && (url.protocol === 'https:' || url.protocol === 'http:') && !url.username && !url.password) return url;
  throw new ArgumentError(
    'url',
    'url must be an absolute http(s) URL without user and password; use headers for those',
  );
}

function checkHash(parameter: string, hash: string | undefined, digits: number): void {
  if (hash === undefined || (hash.length === digits && /^[0-9a-fA-F]+$/.test(hash))) return;
  throw new ArgumentError(parameter, `${parameter} must be ${digits} hex digits, got ${JSON.stringify(hash)}`);
}

function checkNumber(parameter: string, value: number, holds: boolean, rule: string): void {
  if (!holds) throw new ArgumentError(parameter, `${parameter} must be ${rule}, got ${value}`);
}
