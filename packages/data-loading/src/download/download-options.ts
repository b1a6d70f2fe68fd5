import type { OnProgress } from '@animals/core';

/** What is known of a file before it is fetched, and how patiently to fetch it. */
export interface DownloadOptions {
  /** Exact size. A server that announces another is refused before a byte is kept. */
  readonly bytes?: number;
  /** Hash that the file must have, 64 hex digits. */
  readonly sha256?: string;
  /** Hash that the file must have, 32 hex digits; for sources that publish no better one. */
  readonly md5?: string;
  /** Largest size in bytes that is taken, whatever the server says; 4 GiB when left out. */
  readonly maxBytes?: number;
  /** Requests after the first that may bring next to nothing before giving up; one that brings 1 MiB is not counted. */
  readonly retries?: number;
  /** Wait before the second request, doubled before each further one up to 30 s; a server's `Retry-After` comes first. */
  readonly backoffMs?: number;
  /** A connection that brings nothing for this long is given up and tried again. */
  readonly stallMs?: number;
  /** Limit for the whole call, waits included; none when left out. */
  readonly timeoutMs?: number;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** In bytes; `total` is Infinity while nobody has told it. */
  readonly onProgress?: OnProgress;
}

/** A file that was downloaded, or was there. */
export interface DownloadedFile {
  /** Absolute. */
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  /** `present`: it was there with the hash asked for, and no request was made. */
  readonly status: 'downloaded' | 'present';
  /** Bytes that an earlier, interrupted call had left behind. */
  readonly resumedFrom: number;
}
