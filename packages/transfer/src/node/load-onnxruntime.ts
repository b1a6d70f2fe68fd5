import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { DataError } from '@animals/core';

const PACKAGE = 'onnxruntime-node';

interface OnnxTensor {
  readonly data: unknown;
}

/** A network that onnxruntime has loaded. */
export interface OnnxSession {
  run(feeds: Readonly<Record<string, OnnxTensor>>): Promise<Readonly<Record<string, OnnxTensor>>>;
  release(): Promise<void>;
}

/** What of onnxruntime is used here. */
export interface Onnxruntime {
  readonly InferenceSession: {
    create(model: Uint8Array, options: Readonly<Record<string, unknown>>): Promise<OnnxSession>;
  };
  readonly Tensor: new (type: 'float32', data: Float32Array, shape: readonly number[]) => OnnxTensor;
}

/**
 * Loads the package onnxruntime-node, which is optional, from where a module in one of some places would find it.
 *
 * @throws DataError if it is not installed, or does not load; the message says what helps.
 */
export async function loadOnnxruntime(places: readonly string[] = usualPlaces()): Promise<Onnxruntime> {
  const entry = places.map(findFrom).find((each) => each !== undefined);
  if (entry === undefined) throw new DataError(PACKAGE, `is not installed; npm i ${PACKAGE}`);
  try {
    const loaded = await import(pathToFileURL(entry).href);
    // A CommonJS package shows all of its exports only in its default.
    return loaded.default ?? loaded;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
    throw new DataError(PACKAGE, `does not load (${why}); install it anew, or take extractFeatures`, { cause });
  }
}

/** This module's, and that of the program in whose folder the process runs. */
function usualPlaces(): string[] {
  return [import.meta.url, path.join(process.cwd(), 'index.js')];
}

function findFrom(place: string): string | undefined {
  try {
    return createRequire(place).resolve(PACKAGE);
  } catch {
    return undefined;
  }
}
