/** What a codec makes: four bytes a pixel. */
export interface RgbaImage {
  readonly data: Uint8Array | Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

let take: ((image: RgbaImage) => void) | undefined;

/** Stands in for ImageData, which Node lacks, and hands the picture on before the codec frees it. */
class BorrowedImage implements RgbaImage {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;

  constructor(data: Uint8Array, width: number, height: number) {
    this.data = data;
    this.width = width;
    this.height = height;
    take?.(this);
  }
}

/** Stands in for the array that a codec copies its pixels to: it gives back the pixels themselves. */
function UncopiedPixels(view: Uint8Array): Uint8Array {
  return view;
}

const STAND_INS = { ImageData: BorrowedImage, Uint8ClampedArray: UncopiedPixels };

/**
 * Lends the stand-ins their global names for one synchronous piece of work: codecs look the names up when they are opened
 * or first used, and know no other way to hand out a picture.
 */
export function lendNames<T>(work: () => T): T {
  const scope = globalThis as Record<string, unknown>;
  const names = Object.keys(STAND_INS) as (keyof typeof STAND_INS)[];
  const own = names.map((name) => Object.getOwnPropertyDescriptor(scope, name));
  for (const name of names) scope[name] = STAND_INS[name];
  try {
    return work();
  } finally {
    for (const [i, name] of names.entries()) {
      if (own[i]) Object.defineProperty(scope, name, own[i]);
      else delete scope[name];
    }
  }
}

/**
 * Gives the picture that `decode` makes to `use`, without a copy where the stand-ins are known to the codec.
 *
 * @returns what `use` made of it, or undefined where there was no picture
 * @throws whatever `use` throws
 */
export function borrowImage<T>(
  decode: () => RgbaImage | null | undefined,
  use: (image: RgbaImage) => T,
): { readonly result: T } | undefined {
  let taken: { readonly result: T } | undefined;
  let failure: { readonly error: unknown } | undefined;
  take = (image) => {
    try {
      taken = { result: use(image) };
    } catch (error) {
      failure = { error };
    }
  };
  try {
    const decoded = lendNames(decode);
    if (!decoded) return undefined;
    // A codec that was opened among the real names hands out real copies.
    if (!(decoded instanceof BorrowedImage)) take(decoded);
  } finally {
    take = undefined;
  }
  if (failure) throw failure.error;
  return taken;
}
