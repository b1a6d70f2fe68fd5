const compiled = new Map<string, Promise<WebAssembly.Module>>();

/** Compiles one build, given in base64; a second call returns the same module. */
export function compileKernels(base64: string): Promise<WebAssembly.Module> {
  let module = compiled.get(base64);
  if (!module) {
    module = WebAssembly.compile(fromBase64(base64));
    compiled.set(base64, module);
  }
  return module;
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
