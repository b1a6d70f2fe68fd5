import { wilsonInterval } from '@animals/core';
import type { MetadataFeature } from './metadata-features.ts';

/** How much one kind of metadata tells of the class. */
export interface Verdict {
  readonly feature: MetadataFeature;
  /** Fraction of pictures whose class it tells. */
  readonly accuracy: number;
  /** `leak`: nearly always; `hint`: more often than guessing would; `none`. */
  readonly severity: 'leak' | 'hint' | 'none';
  /** The same in plain words. */
  readonly message: string;
}

/** Above this a model hardly needs the pictures any more. */
const LEAK = 0.9;

const OPENINGS: Readonly<Record<MetadataFeature, string>> = {
  size: 'Picture size alone tells',
  exif: 'The presence of an EXIF block alone tells',
  bytes: 'File size in bytes alone tells',
  jpegTables: 'The JPEG quantisation tables alone tell',
  all: 'All metadata together tells',
};

/**
 * Judges an accuracy by the lower end of its 95 % interval (Wilson): above 0.9 is a leak, above chance a hint.
 *
 * With few pictures the interval is wide: 20 of 20 right is a hint only.
 */
export function judgeFeature(
  feature: MetadataFeature,
  { correct, count, chance }: { readonly correct: number; readonly count: number; readonly chance: number },
): Verdict {
  const [lower] = wilsonInterval(correct, count);
  const severity = lower > Math.max(LEAK, chance) ? 'leak' : lower > chance ? 'hint' : 'none';
  const accuracy = correct / count;
  return { feature, accuracy, severity, message: describe(feature, severity, accuracy, chance) };
}

function describe(feature: MetadataFeature, severity: Verdict['severity'], accuracy: number, chance: number): string {
  const tells = `${OPENINGS[feature]} the class of ${percent(accuracy)} of the pictures (guessing: ${percent(chance)})`;
  if (severity === 'none') return `${tells}: nothing to worry about.`;
  if (severity === 'hint') return `${tells}: a hint that a model may pick up.`;
  return `${tells}: a model can learn this instead of what the pictures show. Take all classes from one source.`;
}

function percent(fraction: number): string {
  return `${(100 * fraction).toFixed(1).replace('.0', '')} %`;
}
