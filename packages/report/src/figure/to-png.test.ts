import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { decode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { toPng } from './to-png.ts';

const svg = (body: string) => `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20">${body}</svg>`;
const text = (family: string) =>
  svg(`<rect width="60" height="20" fill="#fff"/><text x="2" y="15" font-size="14" font-family="${family}">Fox</text>`);

/** How many pixels are darker than mid-grey. */
const dark = (png: Uint8Array) => {
  const { data, channels } = decode(png);
  let count = 0;
  for (let i = 0; i < data.length; i += channels) if ((data[i] as number) < 128) count += 1;
  return count;
};

describe('toPng', () => {
  it('paints what the SVG says, at the scale asked for', async () => {
    const image = decode(await toPng(svg('<rect width="30" height="20" fill="#ff0000"/>'), { scale: 3 }));
    expect([image.width, image.height]).toEqual([180, 60]);
    expect([...image.data.slice(0, 4)]).toEqual([255, 0, 0, 255]);
    expect(image.data[179 * 4 + 3]).toBe(0);
  });

  it('sets text without fonts of the machine, whatever family is asked for', async () => {
    const plain = await toPng(text('DejaVu Sans'));
    expect(dark(plain)).toBeGreaterThan(100);
    expect(await toPng(text("system-ui, 'No Such Font', sans-serif"))).toEqual(plain);
    expect(await toPng(text('No Such Font'))).toEqual(plain);
  });

  it('gives the same bytes in a process without any font of the system', async () => {
    // FONTCONFIG_FILE and the homes of fonts point to nothing; the platform's own calls would find none.
    const drawing = text("'Noto Sans', system-ui, serif");
    const here = Buffer.from(await toPng(drawing)).toString('base64');
    const source = fileURLToPath(new URL('to-png.ts', import.meta.url));
    const program = `import(${JSON.stringify(source)}).then(async ({ toPng }) =>
      process.stdout.write(Buffer.from(await toPng(${JSON.stringify(drawing)})).toString('base64')))`;
    const args = ['--conditions=@animals/source', '--import', 'tsx', '-e', program];
    const env = {
      PATH: process.env.PATH ?? '',
      HOME: '/nonexistent',
      FONTCONFIG_FILE: '/dev/null',
      XDG_DATA_DIRS: '/nonexistent',
    };
    const { stdout } = await promisify(execFile)(process.execPath, args, { env, maxBuffer: 1e7 });
    expect(stdout).toBe(here);
  });

  it('shows a box for characters that DejaVu Sans lacks, and draws those that it has', async () => {
    const of = (word: string) => text('DejaVu Sans').replace('Fox', word);
    const [empty, box, emoji, other] = await Promise.all(['', '狐', '🦊', '여'].map((word) => toPng(of(word))));
    expect(dark(empty!)).toBe(0);
    expect(dark(box!)).toBeGreaterThan(20);
    expect([emoji, other]).toEqual([box, box]);
    for (const word of ['лиса', 'αλεπού', 'ثعلب', 'שועל', '✓ ✗ →']) {
      const png = await toPng(of(word));
      expect(dark(png)).toBeGreaterThan(40);
      expect(png).not.toEqual(await toPng(of('狐'.repeat([...word].length))));
    }
  });

  it('refuses what is no SVG, and a scale out of range', async () => {
    await expect(toPng('<svg><g></svg>')).rejects.toThrow('svg must be');
    await expect(toPng(svg(''), { scale: 0 })).rejects.toThrow('scale');
    await expect(toPng(svg(''), { scale: Number.NaN })).rejects.toThrow('scale');
  });
});
