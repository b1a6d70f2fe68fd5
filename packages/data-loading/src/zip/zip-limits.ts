import { ArgumentError } from '@animals/core';

/** What an archive may ask of the machine that opens it. */
export interface ZipLimits {
  /** Most entries; 100,000 when left out. */
  readonly maxEntries?: number;
  /** Most bytes of all files together, inflated; 4 GiB when left out. */
  readonly maxBytes?: number;
  /** Most times that a file above 1 MiB may be as large as its compressed form; 200 when left out, where deflate reaches 1,032. */
  readonly maxRatio?: number;
}

/** Fills in what was left out. @throws ArgumentError if a limit is not at least 1 */
export function zipLimits({
  maxEntries = 100_000,
  maxBytes = 2 ** 32,
  maxRatio = 200,
}: ZipLimits): Required<ZipLimits> {
  for (const [name, value] of Object.entries({ maxEntries, maxBytes, maxRatio })) {
    if (!(value >= 1)) throw new ArgumentError(name, `${name} must be at least 1, got ${value}`);
  }
  return { maxEntries, maxBytes, maxRatio };
}
