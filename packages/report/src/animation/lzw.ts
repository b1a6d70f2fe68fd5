const mostCodes = 4096;

/** Codes of growing width, packed from the lowest bit up. */
class BitWriter {
  readonly bytes: number[] = [];
  #held = 0;
  #bits = 0;

  write(code: number, width: number): void {
    this.#held |= code << this.#bits;
    this.#bits += width;
    while (this.#bits >= 8) {
      this.bytes.push(this.#held & 255);
      this.#held >>>= 8;
      this.#bits -= 8;
    }
  }

  end(): Uint8Array {
    if (this.#bits > 0) this.bytes.push(this.#held & 255);
    return Uint8Array.from(this.bytes);
  }
}

/**
 * Compresses indices of colours as GIF does.
 *
 * @param indices each less than 2 ** depth.
 * @param depth bits of an index, 2 to 8.
 * @see CompuServe (1990), GIF89a Specification, appendix F.
 */
export function lzw(indices: Uint8Array, depth: number): Uint8Array {
  const clear = 1 << depth;
  const writer = new BitWriter();
  const codes = new Map<number, number>();
  let [next, width] = [clear + 2, depth + 1];
  writer.write(clear, width);
  let prefix = indices[0] as number;
  for (let i = 1; i < indices.length; i++) {
    const index = indices[i] as number;
    const key = (prefix << 8) | index;
    const known = codes.get(key);
    if (known !== undefined) {
      prefix = known;
      continue;
    }
    writer.write(prefix, width);
    if (next < mostCodes) {
      codes.set(key, next);
      if (next === 1 << width) width += 1;
      next += 1;
    } else {
      writer.write(clear, width);
      codes.clear();
      next = clear + 2;
      width = depth + 1;
    }
    prefix = index;
  }
  writer.write(prefix, width);
  // The reader adds a code for what was last written, and may have to widen for the end.
  if (next === 1 << width && width < 12) width += 1;
  writer.write(clear + 1, width);
  return writer.end();
}
