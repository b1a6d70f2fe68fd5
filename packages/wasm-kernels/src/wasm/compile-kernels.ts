import { relaxedBase64 } from '../generated/relaxed.ts';
import { simdBase64 } from '../generated/simd.ts';

/** The two builds of the kernels: `relaxed` rounds once per multiply-add, `simd` twice, alike on every machine. */
export type Variant = 'simd' | 'relaxed';

const BASE64: Record<Variant, string> = { simd: simdBase64, relaxed: relaxedBase64 };
const compiled = new Map<Variant, Promise<WebAssembly.Module>>();

/** Compiles one build; a second call returns the same module. */
export function compileKernels(variant: Variant): Promise<WebAssembly.Module> {
  let module = compiled.get(variant);
  if (!module) {
    module = WebAssembly.compile(fromBase64(BASE64[variant]));
    compiled.set(variant, module);
  }
  return module;
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
