import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { useBackend } from '@animals/backend';
import { createBase, saveWeights } from '@animals/transfer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseWeightsArguments } from './parse-weights-arguments.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const FILE = 'mobilenet_v2_weights_tf_dim_ordering_tf_kernels_0.35_224_no_top.h5';

describe('npm run weights', () => {
  let server: Server;
  let folder = '';
  let mirror = '';
  let requests = 0;
  beforeAll(async () => {
    await useBackend({ prefer: ['cpu'] });
    const base = createBase('MobileNetV2', { alpha: 0.35, size: [32, 32], seed: 1 });
    const bytes = await saveWeights(base.model, { format: 'keras' });
    base.dispose();
    server = createServer((request, response) => {
      requests++;
      if (request.url === `/w/${FILE}`) response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
      else if (request.url?.includes('vgg16')) response.writeHead(200).end('not what is published');
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    mirror = `http://127.0.0.1:${(server.address() as AddressInfo).port}/w`;
    folder = mkdtempSync(path.join(tmpdir(), 'animals-weights-command-'));
  });
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true, force: true });
  });

  function weights(...args: string[]): Promise<{ status: number | null; out: string; err: string }> {
    const { ANIMALS_WEIGHTS: _, ...env } = process.env;
    const options = ['--conditions=@animals/source', '--import', 'tsx', 'tools/src/weights.ts', ...args];
    const child = spawn(process.execPath, options, { cwd: root, env: { ...env, ANIMALS_CACHE: folder } });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => (out += chunk));
    child.stderr.on('data', (chunk) => (err += chunk));
    return new Promise((resolve) => child.on('close', (status) => resolve({ status, out, err })));
  }

  it('fetches a network into the cache, says how far it was checked, and finds it there the next time', async () => {
    const first = await weights('MobileNetV2 0.35', '--mirror', mirror);
    expect(first).toMatchObject({ status: 0, out: '' });
    const file = path.join(folder, 'weights', FILE);
    expect(first.err).toContain(`MobileNetV2 0.35: ${file} (nobody publishes its hash), sha256:`);
    expect(existsSync(file)).toBe(true);
    const before = requests;
    expect((await weights('mobilenetv2 0.35', '--mirror', `${mirror}/`)).status).toBe(0);
    expect(requests).toBe(before);
  }, 60_000);

  it('goes on after a network that fails, and keeps nothing of a file with another hash', async () => {
    const out = path.join(folder, 'own');
    const names = ['VGG16', 'MobileNet', 'MobileNetV2 0.35'];
    const { status, err } = await weights(...names, '--mirror', mirror, '--out', out);
    expect(status).toBe(1);
    expect(err).toMatch(/VGG16: .*md5/);
    expect(err).toMatch(/MobileNet: .*404/);
    expect(existsSync(path.join(out, FILE))).toBe(true);
    expect(existsSync(path.join(out, 'vgg16_weights_tf_dim_ordering_tf_kernels_notop.h5'))).toBe(false);
  }, 60_000);

  it('tells how it is used, and of wrong arguments', async () => {
    expect(await weights('--help')).toMatchObject({ status: 0, out: expect.stringContaining('--mirror') });
    expect(await weights('VGG17')).toMatchObject({
      status: 2,
      err: expect.stringContaining('"VGG17" is none of VGG16,'),
    });
    expect(parseWeightsArguments([], '/home')).toMatchObject({ bases: { length: 7 } });
    expect(parseWeightsArguments(['--out', 'x'], '/home')).toMatchObject({ out: path.resolve('/home', 'x') });
  }, 60_000);
});
