/** Bytes that are read a part at a time, wherever they lie. */
export interface ByteSource {
  readonly size: number;
  /** Gives bytes `start` to `end`, the latter not included; fewer only where the source ends. */
  read(start: number, end: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** Makes a source of bytes in memory, or of a file in a browser, of which only the parts asked for are read. */
export function byteSourceOf(data: Uint8Array | Blob): ByteSource {
  if (data instanceof Blob) {
    return {
      size: data.size,
      read: async (start, end) => new Uint8Array(await data.slice(start, end).arrayBuffer()),
    };
  }
  return { size: data.length, read: async (start, end) => data.slice(start, end) as Uint8Array<ArrayBuffer> };
}
