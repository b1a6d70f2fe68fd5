import { ArgumentError } from '@animals/core';
import { checkSampling } from '../geometry/fill-mode.ts';
import { checkNumber } from '../image/check-number.ts';
import { checkVariant } from './apply-affine.ts';
import type { KerasOptions } from './keras-options.ts';

/** Refuses options that break their rules. */
export function checkKerasOptions(options: KerasOptions): void {
  const { rotationRange = 0, shearRange = 0, channelShiftRange = 0, zcaEpsilon = 1e-6, validationSplit = 0 } = options;
  for (const [name, value] of Object.entries({ rotationRange, shearRange, channelShiftRange, zcaEpsilon })) {
    checkNumber(name, value, { least: 0 });
  }
  if (validationSplit !== 0 && !(validationSplit > 0 && validationSplit < 1)) {
    throw new ArgumentError('validationSplit', `validationSplit must be inside (0, 1), got ${validationSplit}`);
  }
  checkShift('widthShiftRange', options.widthShiftRange);
  checkShift('heightShiftRange', options.heightShiftRange);
  if (options.brightnessRange) checkPair('brightnessRange', options.brightnessRange, 0);
  checkPair('zoomRange', zoomPair(options.zoomRange), Number.MIN_VALUE);
  if (options.rescale !== undefined) checkNumber('rescale', options.rescale);
  checkVariant(options.variant ?? 'corrected');
  checkSampling(options);
  checkOnly('interpolationOrder', options.interpolationOrder, [0, 1]);
  checkOnly('dataFormat', options.dataFormat, ['channels_last']);
  checkOnly('dtype', options.dtype, ['float32']);
}

/** Lowest and highest zoom. */
export function zoomPair(zoomRange: KerasOptions['zoomRange'] = 0): readonly [number, number] {
  return typeof zoomRange === 'number' ? [1 - zoomRange, 1 + zoomRange] : zoomRange;
}

function checkShift(parameter: string, range: number | readonly number[] = 0): void {
  for (const value of typeof range === 'number' ? [range] : range) checkNumber(parameter, value, { least: 0 });
}

function checkPair(parameter: string, [low, high]: readonly [number, number], least: number): void {
  checkNumber(parameter, low, { least });
  checkNumber(parameter, high, { least: low });
}

function checkOnly(parameter: string, value: unknown, known: readonly unknown[]): void {
  if (value === undefined || known.includes(value)) return;
  throw new ArgumentError(parameter, `${parameter} must be ${known.join(' or ')}, got ${String(value)}`);
}
