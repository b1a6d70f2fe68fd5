import { productsBase64 } from '../generated/products.ts';
import { compileKernels } from '../kernels/compile-kernels.ts';
import { instantiateKernels } from '../kernels/instantiate-kernels.ts';
import { KernelMemory } from '../kernels/kernel-memory.ts';
import { supportsSimd } from '../kernels/supports-simd.ts';

/** Blocks of two operands and of their product. */
interface Panels {
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly c: Float64Array;
}

interface PanelSize {
  readonly m: number;
  readonly n: number;
  /** An even number. */
  readonly depth: number;
}

/** Multiplies panels. */
export interface ProductKernel {
  /** Panels for so many rows and depths, always the same three. */
  panels(rows: number, depth: number): Panels;
  /** c[i * n + j] += a_i . b_j */
  addProducts(panels: Panels, size: PanelSize): void;
}

interface Exports {
  addProducts(a: number, m: number, b: number, n: number, depth: number, c: number, columns: number): void;
}

/** The kernel in WebAssembly, or the plain one where the engine lacks it. */
export async function loadProductKernel(): Promise<ProductKernel> {
  if (!supportsSimd()) return plainProducts();
  const module = await compileKernels(productsBase64.own);
  let panels: Panels | undefined;
  let exports: Exports | undefined;
  return {
    panels(rows, depth) {
      if (panels) return panels;
      const memory = new KernelMemory(8 * (2 * rows * depth + rows * rows) + 192);
      exports = instantiateKernels<Exports>(module, memory.memory);
      const array = (length: number) => memory.array(Float64Array, length);
      panels = { a: array(rows * depth), b: array(rows * depth), c: array(rows * rows) };
      return panels;
    },
    addProducts({ a, b, c }, { m, n, depth }) {
      exports?.addProducts(a.byteOffset, m, b.byteOffset, n, depth, c.byteOffset, n);
    },
  };
}

/** The same in TypeScript. */
function plainProducts(): ProductKernel {
  let panels: Panels | undefined;
  return {
    panels(rows, depth) {
      const array = (length: number) => new Float64Array(length);
      panels ??= { a: array(rows * depth), b: array(rows * depth), c: array(rows * rows) };
      return panels;
    },
    addProducts: addPlainProducts,
  };
}

function addPlainProducts({ a, b, c }: Panels, { m, n, depth }: PanelSize): void {
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let p = 0; p < depth; p++) sum += (a[i * depth + p] as number) * (b[j * depth + p] as number);
      c[i * n + j] = (c[i * n + j] as number) + sum;
    }
  }
}
