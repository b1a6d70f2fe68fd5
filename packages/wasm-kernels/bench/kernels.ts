import { type Bench, race, type WorkSpec } from '../../../tools/src/bench/index.ts';
import { ours, oursRelaxed, stockWasm, torch1 } from './contenders/specs.ts';
import type { ConvArgs, GemmArgs, KernelArgs } from './works/kernel.ts';

const GEMMS: readonly [string, GemmArgs][] = [
  ['square NN', { kind: 'gemm', m: 1024, k: 1024, n: 1024 }],
  ['square NT', { kind: 'gemm', m: 1024, k: 1024, n: 1024, transposeB: true }],
  ['square TN', { kind: 'gemm', m: 1024, k: 1024, n: 1024, transposeA: true }],
  ['dense forward', { kind: 'gemm', m: 8, k: 119072, n: 100 }],
  ['dense dX', { kind: 'gemm', m: 8, k: 100, n: 119072, transposeB: true }],
  ['dense dW', { kind: 'gemm', m: 119072, k: 8, n: 100, transposeA: true }],
];

const CONVOLUTIONS: readonly Omit<ConvArgs, 'kind'>[] = [
  { batch: 8, size: 124, from: 3, to: 32, kernel: 3, stride: 1, pad: 'valid' },
  { batch: 8, size: 62, from: 64, to: 64, kernel: 3, stride: 1, pad: 'same' },
  { batch: 1, size: 56, from: 256, to: 256, kernel: 3, stride: 1, pad: 'same' },
  { batch: 8, size: 15, from: 512, to: 512, kernel: 3, stride: 1, pad: 'same' },
  { batch: 8, size: 62, from: 128, to: 100, kernel: 4, stride: 2, pad: 'same' },
];

/** Every kernel of the training steps by itself, at the shapes that training meets. */
const bench: Bench = (options) =>
  race({ work: 'kernel', rows: rows(), ours, peers: [torch1, oursRelaxed, stockWasm] }, options);

function rows(): readonly WorkSpec[] {
  const gemms = GEMMS.map(([name, args]): WorkSpec => ({ name: `gemm ${args.m}x${args.k}x${args.n}, ${name}`, args }));
  const convolutions = CONVOLUTIONS.flatMap((shape) =>
    (['forward', 'filter', 'input'] as const).map(
      (kind): WorkSpec => ({ name: nameOf(kind, shape), args: { kind, ...shape } }),
    ),
  );
  const maxPoolGrad: KernelArgs = { kind: 'maxPoolGrad', batch: 8, size: 122, channels: 32 };
  const biasGrad: KernelArgs = { kind: 'biasGrad', batch: 8, size: 122, channels: 32 };
  const maps = { batch: 8, size: 31, channels: 144 };
  return [
    ...gemms,
    ...convolutions,
    { name: 'max pooling 2x2 dX, 8x122x122x32', args: maxPoolGrad },
    { name: 'bias gradient, 8x122x122x32', args: biasGrad },
    { name: 'depthwise 3x3 forward, 8x31x31x144', args: { kind: 'depthwise', ...maps } satisfies KernelArgs },
    { name: 'mean of each picture, 8x31x31x144', args: { kind: 'globalMean', ...maps } satisfies KernelArgs },
  ];
}

function nameOf(kind: ConvArgs['kind'], { batch, size, from, to, kernel, stride }: Omit<ConvArgs, 'kind'>): string {
  const what = { forward: 'forward', filter: 'dW', input: 'dX' }[kind];
  return `conv ${size}x${size}x${from}->${to} k${kernel} s${stride} b${batch}, ${what}`;
}

export default bench;
