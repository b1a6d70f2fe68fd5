import { DataError } from '@animals/core';
import { decodeImage } from '@animals/data';
import { createPredict, type Predict } from '../create-predict.ts';
import type { Picture } from '../picture.ts';

/** A text is a picture's address here. */
async function find(address: string): Promise<Picture[]> {
  const bytes = async () => {
    const response = await fetch(address).catch((error: unknown) => {
      throw new DataError(address, 'cannot be fetched', { cause: error });
    });
    if (!response.ok) throw new DataError(address, `cannot be fetched: the server answered ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  };
  return [{ id: address, bytes }];
}

/** @see Predict */
export const predict: Predict = /* @__PURE__ */ createPredict({ decode: decodeImage, find });
