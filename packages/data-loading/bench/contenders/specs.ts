import path from 'node:path';
import type { ContenderSpec } from '../../../../tools/src/bench/index.ts';

const here = import.meta.dirname;

function script(name: string, file: string): ContenderSpec {
  const command = [process.execPath, '--conditions=@animals/source', '--import', 'tsx', path.join(here, file)] as const;
  return { name, command };
}

/** This package: in its own thread, or in two processes. */
export const ours: ContenderSpec = script('ours', 'ours.ts');

/** sharp (libvips), with as many pictures in flight as the row has threads; its `linear` kernel antialiases. */
export const sharp: ContenderSpec = script('sharp', 'sharp.ts');

function python(name: string, peer: string): ContenderSpec {
  const program = process.env.ANIMALS_PYTHON || 'python3';
  return { name, command: [program, path.join(here, '../python/contender.py'), peer] };
}

/** Pillow's decode and antialiased bilinear resize, in one thread whatever the row. */
export const pillow: ContenderSpec = python('pillow-1', 'one');

/** The same in two processes. */
export const pillowTwo: ContenderSpec = python('pillow-2', 'two');
