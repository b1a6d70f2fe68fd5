import { ArgumentError } from '@animals/core';
import fc from 'fast-check';
import type { Figure } from '../figure/figure.ts';
import { toPng } from '../figure/to-png.ts';

/** Texts that break what is not careful, for tests. */
export const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    ...['', ' ', '\u0000\u0007\u001b[31m', '\ud800', '\udc00x', '\uffff', '\u2028', '\u202eflow\u202c', '\t\n\r'],
    ...['</script><script>alert(1)</script>', '<!--', ']]>', '&amp;', '"><img src=x onerror=alert(1)>', '{{x}}'],
    ...[
      'constructor',
      '__proto__',
      'toString',
      'datum.x',
      'signal',
      'null',
      'NaN',
      '🦊🐯🐘',
      '狐',
      'ثعلب',
      'שועל',
      '👩‍👩‍👧‍👦',
    ],
    ...['very long '.repeat(400), 'unbroken'.repeat(400), 'é'.normalize('NFD').repeat(50)],
  ),
);

/** Numbers that break what is not careful. */
export const hostileNumber = fc.oneof(
  { weight: 3, arbitrary: fc.double({ min: -1e3, max: 1e3, noNaN: true }) },
  { weight: 2, arbitrary: fc.double() },
  fc.constantFrom(0, -0, 1, Number.NaN, Infinity, -Infinity, 5e-324, 1e-300, -1e-120, 1e100, -1e100, 1e308, 2 ** 53),
);

/** Numbers that a chart takes, unless they are too strange together. */
export const drawableNumber = fc.oneof(
  fc.double({ min: -1e3, max: 1e3, noNaN: true }),
  fc.double({ min: -1e100, max: 1e100, noNaN: true }),
  fc.constantFrom(0, -0, 1, 5e-324, 1e-300, -1e-120, 1e100, -1e100, 1 + Number.EPSILON),
);

/** As many rounds as FUZZ_RUNS says, else few, so that the whole suite stays quick. */
export const fuzzRuns = { numRuns: Number(process.env.FUZZ_RUNS ?? 3) };

/** Refuses a drawing that is no XML, runs or loads anything, or has a place that is no number. */
async function checkSvg(svg: string): Promise<void> {
  await toPng(svg, { scale: 0.05 });
  const tags = svg.match(/<[^>]*>/g) ?? [];
  for (const tag of tags) {
    if (/^<(?:script|foreignObject|a|use|iframe)\b/i.test(tag)) throw new Error(`a drawing holds ${tag}`);
    const bare = tag.replace(/ (?:font-family|href)="[^"]*"/g, '');
    if (/NaN|Infinity|undefined| on[a-z]+=/.test(bare)) throw new Error(`a drawing holds ${tag.slice(0, 200)}`);
  }
}

/** Makes a figure, which must be refused as an ArgumentError or be drawable in all its forms. Tells which it was. */
export async function figureHolds(make: () => Figure | Promise<Figure>): Promise<'drawn' | 'refused'> {
  let figure: Figure;
  try {
    figure = await make();
  } catch (error) {
    if (error instanceof ArgumentError) return 'refused';
    throw error;
  }
  const { svg, page } = figure;
  const drawings = [svg, page?.wide.light, page?.wide.dark, page?.narrow.light, page?.narrow.dark];
  for (const drawing of new Set(drawings)) if (drawing !== undefined) await checkSvg(drawing);
  return 'drawn';
}
