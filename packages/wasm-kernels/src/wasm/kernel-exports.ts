/** Functions of the WebAssembly module that the host calls. Addresses are bytes, strides and counts are floats. */
export interface KernelExports {
  gemm(
    m: number,
    n: number,
    k: number,
    a: number,
    aRow: number,
    aColumn: number,
    b: number,
    bRow: number,
    bColumn: number,
    c: number,
    cRow: number,
    accumulate: boolean,
    rowBlock: number,
    columnBlock: number,
    depthBlock: number,
    direct: boolean,
    scratch: number,
  ): void;
  finishRows(rows: number, columns: number, y: number, bias: number, activation: number, alpha: number): void;
  convolve(gather: number): void;
  convolveFilterGradient(gather: number): void;
  convolveScatter(scatter: number): void;
  winogradConvolve(winograd: number): void;
  winogradFilterGradient(winograd: number): void;
  /** 1 if none of the values is NaN or infinite. */
  allFinite(count: number, x: number): number;
  maxPoolGradient(x: number, dy: number, dx: number, ...geometry: number[]): void;
  sumRows(blocks: number, rows: number, columns: number, x: number, scale: number, out: number, part: number): void;
  averagePoolGradient(dy: number, dx: number, ...geometry: number[]): void;
  addBias(rows: number, columns: number, x: number, bias: number, y: number): void;
  repeatRow(rows: number, columns: number, row: number, factor: number, y: number): void;
  fillZeros(address: number, count: number): void;
  segmentSum(
    rows: number,
    columns: number,
    x: number,
    segments: number,
    count: number,
    out: number,
    integer: boolean,
  ): void;

  leakyRelu(count: number, x: number, y: number, alpha: number): void;
  tanh(count: number, x: number, y: number): void;
  reluGradient: ActivationGradient;
  relu6Gradient: ActivationGradient;
  leakyReluGradient: ActivationGradient;
  eluGradient: ActivationGradient;
  sigmoidGradient: ActivationGradient;
  tanhGradient: ActivationGradient;
  squareGradient: ActivationGradient;

  sigmoidCrossEntropy(count: number, logits: number, labels: number, out: number): void;
  sigmoidCrossEntropyGradient(count: number, logits: number, labels: number, dy: number, dLogits: number): void;
  softmaxCrossEntropy(rows: number, columns: number, logits: number, labels: number, out: number): void;
  softmaxCrossEntropyGradient(
    rows: number,
    columns: number,
    logits: number,
    labels: number,
    dy: number,
    dLogits: number,
  ): void;

  normFactor(columns: number, variance: number, scale: number, epsilon: number, factor: number): void;
  normalizeRows(
    rows: number,
    columns: number,
    x: number,
    mean: number,
    factor: number,
    offset: number,
    y: number,
  ): void;
  multiplyRows(rows: number, columns: number, dy: number, factor: number, dx: number): void;
  normSums(
    rows: number,
    columns: number,
    x: number,
    dy: number,
    mean: number,
    sums: number,
    products: number,
    parts: number,
  ): void;
  normGradients(
    columns: number,
    sums: number,
    products: number,
    variance: number,
    scale: number,
    epsilon: number,
    dMean: number,
    dVariance: number,
    dScale: number,
  ): void;

  depthwiseForward(forward: number): void;
  depthwiseInputGradient(depthwise: number): void;
  depthwiseFilterGradient(depthwise: number): void;

  /** Steps of the optimizers: number of values, addresses, then settings. */
  adam(count: number, value: number, gradient: number, m: number, v: number, ...settings: number[]): void;
  adamax(count: number, value: number, gradient: number, m: number, u: number, ...settings: number[]): void;
  rmsProp(count: number, value: number, gradient: number, square: number, moment: number, ...settings: number[]): void;
  rmsPropCentred(
    count: number,
    value: number,
    gradient: number,
    square: number,
    moment: number,
    mean: number,
    ...settings: number[]
  ): void;
  momentum(
    count: number,
    value: number,
    gradient: number,
    accumulation: number,
    rate: number,
    keep: number,
    nesterov: boolean,
  ): void;
  sgd(count: number, value: number, gradient: number, rate: number): void;
}

/** dx from dy and what the forward pass saved. */
export type ActivationGradient = (count: number, saved: number, dy: number, dx: number, alpha: number) => void;
