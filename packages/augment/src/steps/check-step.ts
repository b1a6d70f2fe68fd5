import { ArgumentError } from '@animals/core';
import { checkNumber, type NumberRule } from '../image/check-number.ts';
import { checkParameters, checkVariant } from '../keras/apply-affine.ts';
import type { ColourStep, GeometryStep, Step } from './step.ts';

type Rules = Readonly<Record<string, NumberRule>>;

const ANY: NumberRule = {};
const POSITIVE: NumberRule = { least: Number.MIN_VALUE };
const FROM_0: NumberRule = { least: 0 };
const COUNT: NumberRule = { least: 1, whole: true };
const SEED: NumberRule = { least: 0, most: Number.MAX_SAFE_INTEGER, whole: true };
const FACTOR: Rules = { factor: FROM_0 };

const GEOMETRY: Readonly<Record<GeometryStep['op'], Rules>> = {
  flip: {},
  shift: { rows: ANY, columns: ANY },
  rotate: { degrees: ANY },
  shear: { x: ANY, y: ANY },
  zoom: { rows: POSITIVE, columns: POSITIVE },
  perspective: {},
  elastic: { amplitude: FROM_0, spacing: { least: 1 }, seed: SEED },
  crop: { top: ANY, left: ANY, height: POSITIVE, width: POSITIVE },
  keras: {},
};

const COLOUR: Readonly<Record<ColourStep['op'], Rules>> = {
  brightness: FACTOR,
  contrast: FACTOR,
  saturation: FACTOR,
  sharpness: FACTOR,
  hue: { turns: { least: -0.5, most: 0.5 } },
  gamma: { gamma: POSITIVE },
  grey: {},
  invert: {},
  solarise: { threshold: ANY },
  posterise: { bits: { least: 0, most: 8, whole: true } },
  equalise: {},
  autocontrast: {},
  blur: { sigma: FROM_0 },
  noise: { sd: FROM_0, seed: SEED },
  jpeg: { quality: { least: 1, most: 100 } },
  erase: {
    top: { whole: true },
    left: { whole: true },
    height: { least: 0, whole: true },
    width: { least: 0, whole: true },
  },
  augmix: { keep: ANY },
};

const RULES: Readonly<Record<string, Rules | undefined>> = { ...GEOMETRY, ...COLOUR };

/** Refuses a step that there is not, or whose numbers break their rules: recipes come from files. */
export function checkStep(step: Step): void {
  const rules = Object.hasOwn(RULES, step.op) ? RULES[step.op] : undefined;
  if (!rules) {
    const names = Object.keys(RULES).join(', ');
    throw new ArgumentError('op', `op must be one of ${names}, got ${JSON.stringify(step.op)}`);
  }
  const values = step as unknown as Readonly<Record<string, number>>;
  for (const [name, rule] of Object.entries(rules)) checkNumber(`${step.op}.${name}`, values[name] as number, rule);
  checkRest(step);
}

/** What is more than a number by itself. */
function checkRest(step: Step): void {
  if (step.op === 'keras') {
    checkVariant(step.variant);
    checkParameters(step);
  } else if (step.op === 'perspective') {
    for (const place of step.corners) checkNumber('perspective.corners', place);
  } else if (step.op === 'crop') {
    checkNumber('crop.toHeight', step.toHeight ?? step.height, COUNT);
    checkNumber('crop.toWidth', step.toWidth ?? step.width, COUNT);
  } else if (step.op === 'flip' && step.axis !== 'horizontal' && step.axis !== 'vertical') {
    throw new ArgumentError('flip.axis', `flip.axis must be horizontal or vertical, got ${String(step.axis)}`);
  } else if (step.op === 'erase') {
    if (typeof step.fill === 'number') checkNumber('erase.fill', step.fill, { least: 0, most: 255 });
    else checkNumber('erase.fill.seed', step.fill?.seed, SEED);
  }
}

/** Whether a step changes places. */
export function isGeometry(step: Step): step is GeometryStep {
  return Object.hasOwn(GEOMETRY, step.op);
}
