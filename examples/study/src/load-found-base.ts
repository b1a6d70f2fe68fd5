import { type Base, loadBase } from '@animals/transfer';
import { type BaseChoice, weightsFolders } from './bases.ts';

export interface LoadFoundBaseOptions {
  /** Side of the pictures. */
  readonly size: number;
  /** Folded is faster, and cannot be trained on. */
  readonly fold: boolean;
}

/** Builds a network with the weights that lie on the disk. The caller disposes it. */
export async function loadFoundBase({ name, alpha }: BaseChoice, { size, fold }: LoadFoundBaseOptions): Promise<Base> {
  const options = { size: [size, size] as const, fold, ...(alpha !== undefined && { alpha }), ...weightsFolders() };
  return (await loadBase(name, options)).base;
}
