import { ArgumentError } from '@animals/core';
import { checkDecodeOptions } from '../decode/create-image-decoder.ts';
import { checkOnBadFile } from '../scan/bad-files.ts';
import type { LoadOptions } from './load-options.ts';

/** Refuses options that break a rule, before any file is touched. @throws ArgumentError */
export function checkLoadOptions(options: LoadOptions): void {
  const {
    size,
    resize = 'bilinear',
    fit = 'fill',
    background,
    concurrency = 4,
    workers = 0,
    onBadFile = 'throw',
  } = options;
  const how = { size, method: resize, fit, ...(background && { background }) };
  checkDecodeOptions({ ...options, resize: how });
  checkOnBadFile(onBadFile);
  checkWhole('concurrency', concurrency, 1);
  checkWhole('workers', workers, 0);
}

function checkWhole(parameter: string, value: number, least: number): void {
  if (Number.isInteger(value) && value >= least) return;
  throw new ArgumentError(parameter, `${parameter} must be a whole number of at least ${least}, got ${value}`);
}
