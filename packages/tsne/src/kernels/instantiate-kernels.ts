/** An instance of a compiled module at work in the given memory. */
export function instantiateKernels<Exports>(module: WebAssembly.Module, memory: WebAssembly.Memory): Exports {
  return new WebAssembly.Instance(module, { env: { memory, abort } }).exports as Exports;
}

function abort(): never {
  throw new Error('a WebAssembly kernel aborted');
}
