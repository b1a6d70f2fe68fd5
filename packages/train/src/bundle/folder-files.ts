import { canonicalJson, DataError } from '@animals/core';
import { sha256Hex } from '../sha256.ts';
import type { BundleHeader } from './bundle-header.ts';
import { checkHeader } from './check-header.ts';
import { parseJson } from './parse-json.ts';

/** Name of the file that says what a bundle's folder holds. */
export const HEADER_FILE = 'bundle.json';

/** The file of a bundle's weights, named after their content: a header always finds its own beside it. */
export function weightsFile({ weights }: BundleHeader): string {
  return `weights-${weights.sha256.slice(0, 16)}.bin`;
}

/** A header as the text of its file, with the hash of its canonical JSON. */
export async function headerText(header: BundleHeader): Promise<string> {
  return `${JSON.stringify({ sha256: await hashOf(header), bundle: header }, null, 2)}\n`;
}

/** Reads such a text back. @throws DataError if it is none, or does not match its hash. */
export async function parseHeaderFile(bytes: Uint8Array, path: string): Promise<BundleHeader> {
  const file = parseJson(bytes, path) as { sha256?: unknown; bundle?: unknown } | null;
  const header = checkHeader(file?.bundle, path);
  if ((await hashOf(header)) === file?.sha256) return header;
  throw new DataError(path, 'is damaged or was edited: its content does not match its hash');
}

function hashOf(header: BundleHeader): Promise<string> {
  return sha256Hex(new TextEncoder().encode(canonicalJson(header)));
}
