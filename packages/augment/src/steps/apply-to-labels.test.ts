import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countingImage } from '../testing/pictures.ts';
import { applyRecipe } from './apply-recipe.ts';
import { applyToBoxes, applyToMask, applyToPoints } from './apply-to-labels.ts';
import type { Step } from './step.ts';

const SIZE = { height: 40, width: 60 };
const STEPS: Step[] = [
  { op: 'flip', axis: 'horizontal' },
  { op: 'rotate', degrees: 12 },
  { op: 'shear', x: 0.1, y: -0.05 },
  { op: 'perspective', corners: [2, 3, 0, 55, 38, 58, 36, 1] },
  { op: 'elastic', amplitude: 0.5, spacing: 20, seed: 2 },
  { op: 'zoom', rows: 0.9, columns: 1.1 },
  { op: 'shift', rows: 2, columns: -3 },
  { op: 'keras', variant: 'keras-2.9', theta: 5, zx: 1.1 },
  { op: 'crop', top: 2, left: 3, height: 35, width: 50, toHeight: 70, toWidth: 75 },
];

/** Centre of the bright values. */
function centreOf(pixels: ArrayLike<number>, width: number) {
  let [sum, row, column] = [0, 0, 0];
  for (let i = 0; i < pixels.length; i++) {
    sum += pixels[i]!;
    row += pixels[i]! * Math.floor(i / width);
    column += pixels[i]! * (i % width);
  }
  return { row: row / sum, column: column / sum };
}

/** One bright blob, 5 pixels wide, with soft edges. */
function blob(row: number, column: number) {
  const pixels = Float32Array.from({ length: SIZE.height * SIZE.width }, (_, i) => {
    const [dy, dx] = [Math.floor(i / SIZE.width) - row, (i % SIZE.width) - column];
    return 255 * Math.exp(-(dy * dy + dx * dx) / 8);
  });
  return { pixels, ...SIZE, channels: 1 };
}

describe('applyToPoints', () => {
  it.each([...STEPS.map((step) => [step]), STEPS])('follows the pixels of $op', (...steps: Step[]) => {
    const recipe = { steps: steps.flat(), fillMode: 'constant' } as const;
    const start = { row: 18, column: 33 };
    const moved = applyRecipe(blob(start.row, start.column), recipe);
    const [point] = applyToPoints([start], recipe, SIZE);
    const seen = centreOf(moved.pixels, moved.width);
    expect(Math.hypot(point!.row - seen.row, point!.column - seen.column)).toBeLessThan(0.25);
  });
});

describe('applyToBoxes', () => {
  it('gives exact boxes under flips and shifts', () => {
    const box = { top: 1, left: 2, bottom: 5, right: 10 };
    const boxes = (...steps: Step[]) => applyToBoxes([box], { steps }, SIZE);
    expect(boxes({ op: 'flip', axis: 'horizontal' })).toEqual([{ top: 1, left: 50, bottom: 5, right: 58 }]);
    expect(boxes({ op: 'shift', rows: -3, columns: 1 })).toEqual([{ top: 0, left: 3, bottom: 2, right: 11 }]);
    expect(boxes({ op: 'shift', rows: 0, columns: -10 })).toEqual([undefined]);
  });

  it('holds every pixel of what was in the box', () => {
    const box = fc.tuple(fc.nat(20), fc.nat(30), fc.integer({ min: 4, max: 15 }), fc.integer({ min: 4, max: 20 }));
    fc.assert(
      fc.property(box, fc.subarray(STEPS), ([top, left, height, width], steps) => {
        const pixels = new Uint8Array(SIZE.height * SIZE.width);
        for (let r = top; r < top + height; r++) pixels.fill(1, r * SIZE.width + left, r * SIZE.width + left + width);
        const mask = applyToMask({ pixels, ...SIZE, channels: 1 }, { steps });
        const [moved] = applyToBoxes([{ top, left, bottom: top + height, right: left + width }], { steps }, SIZE);
        mask.pixels.forEach((value, i) => {
          if (value === 0) return;
          const [row, column] = [Math.floor(i / mask.width) + 0.5, (i % mask.width) + 0.5];
          expect(moved).toBeDefined();
          expect(row).toBeGreaterThan(moved!.top - 0.3);
          expect(row).toBeLessThan(moved!.bottom + 0.3);
          expect(column).toBeGreaterThan(moved!.left - 0.3);
          expect(column).toBeLessThan(moved!.right + 0.3);
        });
      }),
      { numRuns: 40 },
    );
  });
});

describe('applyToMask', () => {
  it('never makes up a class, and leaves colours alone', () => {
    const mask = countingImage(40, 60, 1);
    const known = new Set([...mask.pixels, 0]);
    const moved = applyToMask(mask, { steps: [...STEPS, { op: 'invert' }], fillMode: 'reflect' });
    expect(moved.pixels.every((value) => known.has(value))).toBe(true);
    expect(applyToMask(mask, { steps: [{ op: 'invert' }] })).toEqual(mask);
  });
});
