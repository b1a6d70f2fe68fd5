import { type BitCopier, createBitCopier } from './bit-copier.ts';
import { type HuffmanTable, readHuffmanTables, readSymbol } from './huffman-table.ts';
import { isJpegFrame, type JpegSegment, jpegSegments } from './jpeg-segments.ts';

interface Component {
  readonly id: number;
  /** Blocks of an MCU, across and down. */
  readonly across: number;
  readonly down: number;
}

interface Frame {
  readonly isProgressive: boolean;
  readonly components: readonly Component[];
  readonly mcus: number;
}

interface State {
  readonly dropped: number;
  frame: Frame | undefined;
  restartInterval: number;
  readonly tables: Map<number, HuffmanTable>;
}

/** One component's part in a scan. */
interface ScanPart {
  readonly component: Component;
  readonly isKept: boolean;
  readonly dc: HuffmanTable | undefined;
  readonly ac: HuffmanTable | undefined;
}

/**
 * Takes one component out of a JPEG: frame, scans and tables without it, and without application data.
 *
 * @param dropped index in the frame
 * @throws Error if a scan is damaged, or the JPEG is not one of Huffman codes.
 * @see ITU-T T.81, F.2.2 and G.1.2: what a block's codes are, which is all that must be known to copy them.
 */
export function dropJpegComponent(bytes: Uint8Array, dropped: number): Uint8Array[] {
  const state: State = { dropped, frame: undefined, restartInterval: 0, tables: new Map() };
  return [...jpegSegments(bytes)].flatMap((segment) => rewrite(segment, state));
}

function rewrite(segment: JpegSegment, state: State): Uint8Array[] {
  const { code, data, whole } = segment;
  if (isJpegFrame(code)) return [rewriteFrame(segment, state)];
  if (code === 0xda) return rewriteScan(segment, state);
  if (code === 0xdd) state.restartInterval = ((data[0] as number) << 8) | (data[1] as number);
  if (code === 0xc4) for (const [key, table] of readHuffmanTables(data)) state.tables.set(key, table);
  return (code >= 0xe0 && code <= 0xef) || code === 0xfe ? [] : [whole];
}

function rewriteFrame({ code, data, whole }: JpegSegment, state: State): Uint8Array {
  if (code > 0xc2) throw new Error('a CMYK JPEG that is not coded by Huffman is not supported');
  const components = Array.from({ length: 4 }, (_, i) => {
    const factors = data[7 + 3 * i] as number;
    return { id: data[6 + 3 * i] as number, across: factors >> 4, down: factors & 15 };
  });
  const kept = components.filter((_, i) => i !== state.dropped);
  const most = (list: readonly Component[], side: 'across' | 'down') => Math.max(...list.map((item) => item[side]));
  const [across, down] = [most(components, 'across'), most(components, 'down')];
  const isSound = components.every((item) => item.across >= 1 && item.across <= 4 && item.down >= 1 && item.down <= 4);
  if (!isSound || most(kept, 'across') !== across || most(kept, 'down') !== down) {
    throw new Error('a CMYK JPEG whose components are sampled in this way is not supported');
  }
  const [height, width] = [1, 3].map((i) => ((data[i] as number) << 8) | (data[i + 1] as number)) as [number, number];
  const mcus = Math.ceil(width / (8 * across)) * Math.ceil(height / (8 * down));
  state.frame = { isProgressive: code === 0xc2, components, mcus };
  const at = 10 + 3 * state.dropped;
  const shorter = Uint8Array.from([...whole.subarray(0, at), ...whole.subarray(at + 3, 22)]);
  shorter.set([0, 17], 2);
  shorter[9] = 3;
  return shorter;
}

function rewriteScan(segment: JpegSegment, state: State): Uint8Array[] {
  const { data, whole, coded } = segment;
  const count = data[0] as number;
  const parts = Array.from({ length: count }, (_, i) => toPart(data[1 + 2 * i], data[2 + 2 * i], state));
  const kept = parts.filter(({ isKept }) => isKept).length;
  if (kept === count) return [whole, coded];
  if (kept === 0) return [];
  if (kept === 1) throw new Error('a CMYK JPEG whose scans pair components is not supported');
  const place = parts.findIndex(({ isKept }) => !isKept);
  const at = 5 + 2 * place;
  const head = Uint8Array.from([...whole.subarray(0, at), ...whole.subarray(at + 2)]);
  head.set([0, head.length - 2], 2);
  head[4] = kept;
  const [from, , precision] = data.subarray(1 + 2 * count) as unknown as [number, number, number];
  return [head, copyScan(coded, parts, { from, isRefinement: precision >> 4 > 0 }, state)];
}

function toPart(id: number | undefined, selectors: number | undefined, { frame, dropped, tables }: State): ScanPart {
  const index = frame?.components.findIndex((component) => component.id === id) ?? -1;
  const component = frame?.components[index];
  if (!component || selectors === undefined) throw new Error('a JPEG scan names a component that there is not');
  return {
    component,
    isKept: index !== dropped,
    dc: tables.get(selectors >> 4),
    ac: tables.get(16 | (selectors & 15)),
  };
}

function copyScan(
  coded: Uint8Array,
  parts: readonly ScanPart[],
  { from, isRefinement }: Pass,
  state: State,
): Uint8Array {
  const { mcus, isProgressive } = state.frame as Frame;
  const copier = createBitCopier(coded);
  if (from !== 0) throw new Error('a JPEG scan of details holds several components');
  for (let mcu = 0; mcu < mcus; mcu++) {
    if (state.restartInterval > 0 && mcu > 0 && mcu % state.restartInterval === 0) copier.restart();
    for (const part of parts) {
      copier.keep = part.isKept;
      for (let i = part.component.across * part.component.down; i > 0; i--) {
        if (isRefinement) copier.bit();
        else copyBlock(copier, part, isProgressive);
      }
    }
  }
  return copier.finish();
}

interface Pass {
  readonly from: number;
  readonly isRefinement: boolean;
}

/** Walks the codes of a block: the first tells the mean, and (but in progressive scans) the others up to 63 details. */
function copyBlock(copier: BitCopier, { dc, ac }: ScanPart, isProgressive: boolean): void {
  if (!dc || (!ac && !isProgressive)) throw new Error('a JPEG Huffman table is missing');
  const bit = () => copier.bit();
  const skip = (bits: number) => {
    for (let i = 0; i < bits; i++) bit();
  };
  skip(readSymbol(dc, bit));
  if (isProgressive) return;
  for (let k = 1; k < 64; k++) {
    const symbol = readSymbol(ac as HuffmanTable, bit);
    const [run, bits] = [symbol >> 4, symbol & 15];
    if (bits === 0 && run < 15) return;
    k += run;
    skip(bits);
  }
}
