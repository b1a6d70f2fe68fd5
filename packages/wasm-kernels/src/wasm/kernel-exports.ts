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
  maxPoolGradient(x: number, dy: number, dx: number, ...geometry: number[]): void;
  sumRows(rows: number, columns: number, x: number, scale: number, out: number, part: number): void;
  reluGradient(count: number, x: number, dy: number, dx: number): void;
  /** Steps of the optimizers: number of values, addresses, then settings. */
  adam(count: number, value: number, gradient: number, m: number, v: number, ...settings: number[]): void;
  adamax(count: number, value: number, gradient: number, m: number, u: number, ...settings: number[]): void;
  rmsProp(
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
    momentum: number,
    nesterov: boolean,
  ): void;
  sgd(count: number, value: number, gradient: number, rate: number): void;
}
