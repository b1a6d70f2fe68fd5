import { type Bench, race } from '../../../tools/src/bench/index.ts';
import type { BaseName } from '../src/bases/base-name.ts';
import { keras1, kerasAll, onnx1, ours, plain, stockWasm, torch1, torchAll } from './contenders/specs.ts';

/** A base, and pictures for it. */
export interface BenchArgs {
  readonly base: BaseName;
  /** Side of the pictures. */
  readonly size: number;
  readonly batch: number;
}

const BASES: readonly BaseName[] = [
  ...(['MobileNetV2', 'MobileNet', 'EfficientNetB0', 'ResNet50', 'ResNet50V2'] as const),
  ...(['ResNet101', 'ResNet101V2', 'VGG16', 'VGG19'] as const),
];
const BATCH = 8;

const rows = BASES.flatMap((base) =>
  [124, 224].map((size) => ({
    name: `features of ${BATCH} pictures by ${base}, ${size}x${size}`,
    args: { base, size, batch: BATCH } satisfies BenchArgs,
  })),
);

/** From bytes to features: milliseconds for eight pictures. Ours runs folded, on @animals/wasm-kernels, in one thread. */
const bench: Bench = (options) =>
  race({ work: 'extract', rows, ours, peers: [torch1, torchAll, keras1, kerasAll, onnx1, plain, stockWasm] }, options);

export default bench;
