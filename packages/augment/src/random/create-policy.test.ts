import { ArgumentError, createRng } from '@animals/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyRecipe } from '../steps/apply-recipe.ts';
import type { Step } from '../steps/step.ts';
import { smoothImage } from '../testing/pictures.ts';
import { augMix } from './aug-mix.ts';
import {
  always,
  colourJitter,
  cutout,
  randomBlur,
  randomErasing,
  randomGamma,
  randomJpeg,
  randomNoise,
} from './colour-samplers.ts';
import { oneOf, sometimes } from './combine.ts';
import { createPolicy } from './create-policy.ts';
import {
  randomCrop,
  randomElastic,
  randomFlip,
  randomPerspective,
  randomResizedCrop,
  randomRotation,
  randomShear,
  randomShift,
  randomZoom,
} from './geometry-samplers.ts';
import { randAugment } from './rand-augment.ts';
import type { Sampler } from './sampler.ts';
import { trivialAugmentWide } from './trivial-augment-wide.ts';

const SIZE = { height: 32, width: 48 };
const SAMPLERS: readonly Sampler[] = [
  randomFlip({ vertical: 0.5 }),
  randomShift(),
  randomRotation(),
  randomShear({ y: 5 }),
  randomZoom({ aspect: true }),
  randomPerspective(),
  randomElastic(),
  randomResizedCrop(),
  colourJitter({ hue: 0.1 }),
  randomGamma(),
  sometimes(always({ op: 'grey' }), { p: 0.2 }),
  oneOf([always({ op: 'solarise', threshold: 128 }), always({ op: 'equalise' })]),
  randomBlur(),
  randomNoise(),
  randomErasing({ fill: 'noise' }),
  cutout({ size: 8 }),
  randAugment(),
  trivialAugmentWide(),
  augMix(),
];

describe('createPolicy', () => {
  it('draws what seed, epoch, id and copy say, in whatever order, as plain data', () => {
    const policy = createPolicy(SAMPLERS, { fillMode: 'reflect' });
    const key = fc.record({ seed: fc.nat(3), epoch: fc.nat(3), id: fc.constantFrom('a', 'b', 7), copy: fc.nat(3) });
    const seen = new Map<string, unknown>();
    fc.assert(
      fc.property(key, (drawn) => {
        const recipe = policy.sample(drawn, SIZE);
        const name = JSON.stringify(drawn);
        expect(recipe).toEqual(seen.get(name) ?? recipe);
        expect(JSON.parse(JSON.stringify(recipe))).toEqual(recipe);
        seen.set(name, recipe);
      }),
      { numRuns: 60 },
    );
    expect(new Set([...seen.values()].map((recipe) => JSON.stringify(recipe))).size).toBe(seen.size);
  });

  it('applies as its recipe does', () => {
    const policy = createPolicy(SAMPLERS);
    const image = smoothImage(32, 48);
    const recipe = policy.sample({ seed: 1, id: 'a' }, image);
    expect(policy.apply(image, recipe)).toEqual(applyRecipe(image, recipe));
    expect(policy.apply(image, recipe)).not.toEqual(image);
  });

  it('tells samplers the size that crops leave', () => {
    const sizes: unknown[] = [];
    const spy: Sampler = (_, size) => {
      sizes.push(size);
      return [];
    };
    const policy = createPolicy([spy, randomCrop({ height: 10, width: 20 }), spy]);
    const recipe = policy.sample({ seed: 0, id: 'a' }, SIZE);
    expect(sizes).toEqual([SIZE, { height: 10, width: 20 }]);
    expect(policy.apply(smoothImage(32, 48), recipe)).toMatchObject({ height: 10, width: 20 });
  });

  it('gives each sampler a stream of its own', () => {
    const rotationOf = (first: Sampler) => {
      const { steps } = createPolicy([first, randomRotation()]).sample({ seed: 0, id: 'a' }, SIZE);
      return steps.at(-1);
    };
    expect(rotationOf(randomShift())).toEqual(rotationOf(randomNoise()));
  });

  it('refuses bad options when it is made', () => {
    expect(() => createPolicy([], { fillMode: 'edge' as 'nearest' })).toThrow(ArgumentError);
    expect(() => randomFlip({ horizontal: 2 })).toThrow(ArgumentError);
    expect(() => randomZoom({ low: 0 })).toThrow(ArgumentError);
    expect(() => randAugment({ magnitude: 31 })).toThrow(ArgumentError);
    expect(() => augMix({ severity: 11 })).toThrow(ArgumentError);
    expect(() => oneOf([])).toThrow(ArgumentError);
    expect(() => randomJpeg({ low: 0 })).toThrow(ArgumentError);
    const crop = createPolicy([randomCrop({ height: 33, width: 1 })]);
    expect(() => crop.sample({ seed: 0, id: 'a' }, SIZE)).toThrow(ArgumentError);
  });
});

/** Every step that a sampler draws in some tries. */
function drawn(sampler: Sampler, tries: number): Step[] {
  const rng = createRng(0);
  return Array.from({ length: tries }, (_, i) => sampler(rng.split(i), { height: 124, width: 100 })).flat();
}

describe('randAugment', () => {
  it('has the published magnitudes', () => {
    const steps = drawn(randAugment(), 800);
    const has = (step: Step) => expect(steps.map((s) => round(s))).toContainEqual(step);
    // torchvision.transforms.RandAugment()._augmentation_space(31, (124, 100))[name][0][9], version 0.28
    for (const sign of [-1, 1]) {
      has({ op: 'shear', x: sign * 0.09, y: 0, about: 'corner' });
      has({ op: 'shift', rows: 0, columns: sign * 13 });
      has({ op: 'shift', rows: sign * 16, columns: 0 });
      has({ op: 'rotate', degrees: sign * 9 });
      has({ op: 'brightness', factor: 1 + sign * 0.27 });
      has({ op: 'sharpness', factor: 1 + sign * 0.27 });
    }
    has({ op: 'posterise', bits: 7 });
    has({ op: 'solarise', threshold: 178.5 });
    expect(new Set(steps.map(({ op }) => op)).size).toBe(11);
  });
});

describe('trivialAugmentWide', () => {
  it('has the published ranges', () => {
    const steps = drawn(trivialAugmentWide(), 3000);
    const most = (op: Step['op'], of: (step: never) => number) =>
      Math.max(...steps.filter((step) => step.op === op).map((step) => of(step as never)));
    expect(most('rotate', ({ degrees }: { degrees: number }) => degrees)).toBe(135);
    expect(most('shear', ({ x }: { x: number }) => x)).toBe(0.99);
    expect(most('shift', ({ rows }: { rows: number }) => rows)).toBe(32);
    expect(most('posterise', ({ bits }: { bits: number }) => -bits)).toBe(-2);
    expect(most('contrast', ({ factor }: { factor: number }) => factor)).toBe(1.99);
    expect(most('solarise', ({ threshold }: { threshold: number }) => threshold)).toBe(255);
  });
});

describe('augMix', () => {
  it('draws weights that add up to one, and chains of one to three', () => {
    const steps = drawn(augMix(), 300);
    const lengths = new Set<number>();
    for (const step of steps) {
      if (step.op !== 'augmix') throw new Error(step.op);
      expect(step.weights.reduce((a, b) => a + b, step.keep)).toBeCloseTo(1, 10);
      for (const chain of step.chains) lengths.add(chain.length);
    }
    expect(lengths).toEqual(new Set([1, 2, 3]));
    const keeps = steps.map((step) => (step as Extract<Step, { op: 'augmix' }>).keep);
    expect(keeps.reduce((a, b) => a + b, 0) / 300).toBeCloseTo(0.5, 1);
  });
});

describe('randomErasing', () => {
  it('erases areas and shapes within its ranges, about as often as asked', () => {
    const steps = drawn(randomErasing(), 400);
    expect(steps.length).toBeGreaterThan(160);
    expect(steps.length).toBeLessThan(240);
    for (const step of steps) {
      if (step.op !== 'erase') throw new Error(step.op);
      const area = (step.height * step.width) / (124 * 100);
      expect(area).toBeGreaterThan(0.015);
      expect(area).toBeLessThan(0.34);
      expect(step.top + step.height).toBeLessThanOrEqual(124);
    }
  });
});

/** Four decimals, so that 9 / 30 * 0.3 is 0.09. */
function round(step: Step): Step {
  const entries = Object.entries(step).map(([name, value]) => {
    return [name, typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value];
  });
  return Object.fromEntries(entries) as Step;
}
