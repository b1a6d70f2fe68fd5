import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveBundle } from '../bundle/node/save-bundle.ts';
import { pngBytes } from '../testing/png-bytes.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { tinyImages, tinyModel } from '../testing/tiny.ts';
import { createProgress } from './create-progress.ts';
import { runCommand } from './run-command.ts';

const { folder, remove } = temporaryFolder();
const images = tinyImages(3);

beforeAll(async () => {
  await tf.setBackend('cpu');
  const model = tinyModel();
  await saveBundle(model, path.join(folder, 'fox'), { classes: ['no, fox', 'fox'] });
  model.dispose();
  mkdirSync(path.join(folder, 'pictures'));
  for (let i = 0; i < 3; i++) {
    const pixels = images.pixels.subarray(i * 192, (i + 1) * 192);
    writeFileSync(path.join(folder, 'pictures', `${i}.png`), pngBytes({ width: 8, height: 8, pixels }));
  }
  writeFileSync(
    path.join(folder, 'torn.png'),
    pngBytes({ width: 8, height: 8, pixels: new Uint8Array(192) }).subarray(0, 50),
  );
});
afterAll(remove);

/** Runs the command in this process, on the cpu backend; names below the folder stand for their paths. */
async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await runCommand(args, { out: (text) => out.push(text), err: (text) => err.push(text) });
  const text = (parts: string[]) => parts.join('').replaceAll(folder, '');
  return { code, out: text(out), err: text(err) };
}

const at = (name: string) => path.join(folder, name);
const CPU = ['--backend', 'cpu'];

describe('the command predict', () => {
  it('prints a table', async () => {
    const { code, out, err } = await run('predict', at('fox'), at('pictures'), ...CPU);
    expect([code, err]).toEqual([0, '']);
    const lines = out.trimEnd().split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^path +label +probability$/);
    expect(lines[1]).toMatch(/^\/pictures\/0\.png +(no, )?fox +0\.\d{4}$/);
  });

  it('prints CSV that quotes what must be, and JSON with the failed files, and ends with 3 for them', async () => {
    const csv = await run('predict', at('fox'), at('torn.png'), at('pictures'), '--csv', '--threshold', '1', ...CPU);
    expect(csv.code).toBe(3);
    expect(csv.err).toMatch(/^\/torn\.png: is truncated.*\n1 of 4 files failed\n$/);
    const [head, first] = csv.out.split('\n');
    expect(head).toBe('path,label,probability,"no, fox",fox');
    expect(first).toMatch(/^\/pictures\/0\.png,"no, fox",0\.\d+,0\.\d+,0\.\d+$/);
    const json = await run('predict', at('fox'), at('torn.png'), at('pictures'), '--json', '--batch', '2', ...CPU);
    expect(json.code).toBe(3);
    const list = JSON.parse(json.out) as { path: string; error?: string; probabilities?: Record<string, number> }[];
    expect(list.map((item) => item.path)).toEqual(['/torn.png', ...[0, 1, 2].map((i) => `/pictures/${i}.png`)]);
    expect(list[0]?.error).toContain('is truncated');
    expect(Object.keys(list[1]?.probabilities ?? {})).toEqual(['no, fox', 'fox']);
  });

  it('names each picture once', async () => {
    const { out } = await run('predict', at('fox'), at('pictures/1.png'), at('pictures'), '--csv', ...CPU);
    expect(out.trimEnd().split('\n')).toHaveLength(4);
  });

  it.each([
    [[], 2, 'Usage:', ''],
    [['--help'], 0, 'Usage:', ''],
    [['predict', '--help'], 0, 'Usage:', ''],
    [['train'], 2, '', 'command must be predict'],
    [['predict'], 2, '', 'bundle must be'],
    [['predict', 'x'], 2, '', 'paths must name'],
    [['predict', 'x', 'y', '--fast'], 2, '', "Unknown option '--fast'"],
    [['predict', 'x', 'y', '--json', '--csv'], 2, '', 'choose one'],
    [['predict', 'x', 'y', '--threshold', 'high'], 2, '', "threshold must be a number, got 'high'"],
    [['predict', 'x', '/nowhere'], 2, '', '/nowhere: does not exist'],
  ])('answers %j with %i', async (args, code, out, err) => {
    const result = await run(...args);
    expect([result.code, result.out]).toEqual([code, expect.stringContaining(out)]);
    expect(result.err).toContain(err);
    if (!err) expect(result.err).toBe('');
  });

  it('refuses bundles, backends and thresholds that are none', async () => {
    const pictures = at('pictures');
    expect(await run('predict', at('none'), pictures, ...CPU)).toMatchObject({
      code: 2,
      err: '/none: does not exist\n',
    });
    expect(await run('predict', at('torn.png'), pictures, ...CPU)).toMatchObject({
      code: 2,
      err: '/torn.png: is not a model bundle\n',
    });
    expect((await run('predict', at('fox'), pictures, '--backend', 'abacus')).err).toContain('got "abacus"');
    expect((await run('predict', at('fox'), pictures, '--threshold', '7', ...CPU)).err).toContain('got 7');
    expect((await run('predict', at('fox'), pictures, '--batch', '0', ...CPU)).err).toContain('got 0');
  });

  it('works as a program, on the default backend', () => {
    const args = ['--conditions=@animals/source', '--import', 'tsx', path.join(import.meta.dirname, '../bin.ts')];
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [...args, 'predict', at('fox'), at('pictures'), '--json'],
      { encoding: 'utf8' },
    );
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toHaveLength(3);
  });
});

describe('createProgress', () => {
  it('is silent for two seconds, then speaks every two', async () => {
    const said: string[] = [];
    const now = performance.now.bind(performance);
    let shift = 0;
    performance.now = () => now() + shift;
    try {
      const progress = createProgress(9, (text) => said.push(text));
      progress.advance();
      shift = 2100;
      progress.advance();
      progress.advance();
      shift = 4300;
      progress.advance();
    } finally {
      performance.now = now;
    }
    expect(said).toEqual(['2 of 9 pictures\n', '4 of 9 pictures\n']);
  });
});
