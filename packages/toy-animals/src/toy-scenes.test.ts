import { createHash } from 'node:crypto';
import { ArgumentError } from '@animals/core';
import { describe, expect, it } from 'vitest';
import { BIOMES } from './landscape/biomes.ts';
import type { ToyAnimal, ToyScene } from './toy-scene.ts';
import { toyScenes } from './toy-scenes.ts';

const ANIMALS: readonly ToyAnimal[] = ['elephant', 'tiger', 'fox'];
const FOX = [...toyScenes({ animal: 'fox' })];
const sha = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** How often each value occurs, in the order of the values. */
function tally(scenes: readonly ToyScene[], of: (scene: ToyScene) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of scenes.map(of).sort()) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

const halves = (scenes: readonly ToyScene[]) =>
  [
    scenes.filter(({ label }) => !label.includes('negative')),
    scenes.filter(({ label }) => label.includes('negative')),
  ] as const;

describe('toyScenes', () => {
  it('gives the scenes that this version promises', () => {
    // Another hash here is a change that users see: raise SCENES_VERSION.
    expect(sha(JSON.stringify(FOX))).toBe('63360ac3eb1838ce');
    expect(sha(JSON.stringify([...toyScenes({ animal: 'tiger', positives: 10, negatives: 10, seed: 5 })]))).toBe(
      '0a8852cd015a2761',
    );
  });

  it('repeats itself with a seed and differs with another', () => {
    const draw = (seed: number) =>
      [...toyScenes({ animal: 'fox', positives: 5, negatives: 5, seed })].map(({ svg }) => svg);
    expect(draw(3)).toEqual(draw(3));
    const other = draw(4);
    expect(draw(3).filter((svg, index) => svg === other[index])).toEqual([]);
  });

  it('draws the same scene whatever the counts and the size', () => {
    const few = [...toyScenes({ animal: 'fox', positives: 3, negatives: 7 })];
    expect(few).toEqual([...FOX.slice(0, 3), ...FOX.slice(100, 107)]);
    const large = [...toyScenes({ animal: 'fox', positives: 1, negatives: 0, size: 248 })];
    expect(large[0]?.svg.replace('width="248" height="248"', 'width="124" height="124"')).toBe(FOX[0]?.svg);
  });

  it('names every scene once, by class, drawing set and number', () => {
    expect(new Set(FOX.map(({ id }) => id)).size).toBe(200);
    for (const { id, label, group } of FOX) expect(id).toMatch(new RegExp(`^${label}/${group}-\\d{4}$`));
    expect(new Set(FOX.map(({ svg }) => svg)).size).toBe(200);
  });

  it.each(ANIMALS)('tells the class of %s by neither drawing set nor landscape nor view', (animal) => {
    const [positives, negatives] = halves([...toyScenes({ animal, positives: 60, negatives: 60, seed: 1 })]);
    for (const of of [({ group }, _) => group, ({ background }) => background, ({ view }) => view] as ((
      s: ToyScene,
      _?: unknown,
    ) => string)[]) {
      expect(tally(negatives, of)).toEqual(tally(positives, of));
    }
    expect(Object.values(tally(positives, ({ group }) => group))).toEqual([12, 12, 12, 12, 12]);
    expect(Object.keys(tally(positives, ({ background }) => background))).toHaveLength(BIOMES.length);
  });

  it.each(ANIMALS)('tells the class of %s by neither size nor camera', (animal) => {
    const [positives, negatives] = halves([...toyScenes({ animal, positives: 400, negatives: 400, seed: 2 })]);
    const measures: Record<string, (scene: ToyScene) => number> = {
      exposure: ({ post }) => post.exposure,
      warmth: ({ post }) => post.warmth,
      blur: ({ post }) => post.blur,
      noise: ({ post }) => post.noise,
      shadow: ({ svg }) => areaOfShadow(svg),
    };
    for (const [name, measure] of Object.entries(measures)) {
      expect(ksDistance(positives.map(measure), negatives.map(measure)), name).toBeLessThan(0.136); // p about 0.001
    }
  });

  it.each(ANIMALS)('shows %s in every positive and in no negative', (animal) => {
    const [positives, negatives] = halves([...toyScenes({ animal, positives: 200, negatives: 300, seed: 3 })]);
    expect(positives.every(({ species }) => species === animal)).toBe(true);
    expect(negatives.some(({ species }) => species === animal || species.includes(animal))).toBe(false);
    expect(new Set(negatives.map(({ species }) => species)).size).toBeGreaterThan(20);
  });

  it('refuses other animals, counts, sizes and seeds when it is called', () => {
    expect(() => toyScenes({ animal: 'lion' as ToyAnimal })).toThrow(
      'animal must be one of elephant, tiger, fox, got lion',
    );
    expect(() => toyScenes({ animal: 'fox', positives: -1 })).toThrow(ArgumentError);
    expect(() => toyScenes({ animal: 'fox', negatives: 1.5 })).toThrow(ArgumentError);
    expect(() => toyScenes({ animal: 'fox', size: 8 })).toThrow('size must be an integer in [16, 2048], got 8');
    expect(() => toyScenes({ animal: 'fox', seed: Number.NaN })).toThrow(ArgumentError);
  });
});

/** Proportional to width times height of the animal, up to the factor that head and body differ in. */
function areaOfShadow(svg: string): number {
  const [, rx, ry] = /rx="([\d.]+)" ry="([\d.]+)" fill="url\(#bd\)"/.exec(svg) as RegExpExecArray;
  return Number(rx) * Number(ry);
}

/** Kolmogorov and Smirnov's distance of two samples. */
function ksDistance(a: readonly number[], b: readonly number[]): number {
  const share = (sample: readonly number[], at: number) => sample.filter((value) => value <= at).length / sample.length;
  return Math.max(...[...a, ...b].map((at) => Math.abs(share(a, at) - share(b, at))));
}
