import '@tensorflow/tfjs-backend-cpu';
import { readdirSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DataError } from '@animals/core';
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { sha256Hex } from '../sha256.ts';
import { withFolder } from '../testing/temporary-folder.ts';
import { tinyModel } from '../testing/tiny.ts';
import type { BundleHeader, BundleParts } from './bundle-header.ts';
import { encodeBundle } from './encode-bundle.ts';
import { headerText } from './folder-files.ts';
import { loadBundle } from './node/load-bundle.ts';
import { saveBundle } from './node/save-bundle.ts';
import { readParts } from './read-parts.ts';

let parts: BundleParts;
let bytes: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  const model = tinyModel();
  parts = await readParts(model, { classes: ['no', 'yes'] });
  bytes = await encodeBundle(parts);
  model.dispose();
});

/** What loading says; it must be a DataError and leave nothing behind. */
async function refusal(source: Uint8Array | string): Promise<string> {
  const before = tf.memory().numTensors;
  const error = await loadBundle(source).then(
    ({ model }) => model.dispose(),
    (thrown: unknown) => thrown,
  );
  expect(tf.memory().numTensors).toBe(before);
  if (!DataError.isInstance(error)) throw new Error(`not refused with a DataError: ${String(error)}`, { cause: error });
  return error.reason;
}

/** A bundle whose hashes are right and whose header lies. */
function lying(change: (header: Record<string, unknown>) => void): Promise<Uint8Array> {
  const header = JSON.parse(JSON.stringify(parts.header)) as Record<string, unknown>;
  change(header);
  return encodeBundle({ ...parts, header: header as unknown as BundleHeader });
}

/** The configuration of one of the model's layers. */
function layer(header: Record<string, unknown>, index: number): Record<string, unknown> {
  const { config } = header.topology as { config: { layers: { config: Record<string, unknown> }[] } };
  return (config.layers[index] as { config: Record<string, unknown> }).config;
}

describe('loadBundle', () => {
  it('refuses a bundle with any bit changed, and any beginning of one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const changed = bytes.slice();
        changed[at] = (changed[at] as number) ^ flip;
        await refusal(changed);
        await refusal(bytes.subarray(0, at));
      }),
      { numRuns: 150 },
    );
  });

  it("refuses arbitrary bytes, with and without a bundle's beginning", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.nat(12), async (noise, kept) => {
        await refusal(Uint8Array.of(...bytes.subarray(0, kept), ...noise));
      }),
      { numRuns: 150 },
    );
  });

  it('refuses any header field that is of another kind, however well it is hashed', async () => {
    const fields = [
      'topology',
      'weights',
      'classes',
      'preprocessing',
      'threshold',
      'temperature',
      'versions',
      'format',
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...fields, 'version'), fc.jsonValue({ maxDepth: 2 }), async (field, value) => {
        fc.pre(!(field === 'preprocessing' && value === null) && !(field === 'classes' && Array.isArray(value)));
        fc.pre(typeof value !== 'number' && !(field === 'versions' && typeof value === 'object'));
        await refusal(await lying((header) => Object.assign(header, { [field]: value })));
      }),
      { numRuns: 150 },
    );
  });

  it('refuses topologies that are something else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 4 }), fc.nat(5), async (value, index) => {
        await refusal(
          await lying((header) => Object.assign(header, { topology: { class_name: 'Sequential', config: value } })),
        );
        await refusal(
          await lying((header) => {
            layer(header, index);
            (header.topology as { config: { layers: unknown[] } }).config.layers[index] = value;
          }),
        );
      }),
      { numRuns: 60 },
    );
  });

  it.each<[string, (header: Record<string, unknown>) => void, string]>([
    ['a layer of ten billion units', (h) => Object.assign(layer(h, 5), { units: 1e10 }), 'more weights than it holds'],
    ['a convolution of another size', (h) => Object.assign(layer(h, 0), { filters: 2 }), 'model'],
    ['an unknown layer', (h) => Object.assign(h.topology as object, { class_name: 'Magic' }), 'Unknown layer: Magic'],
    [
      'a shape that does not fill its bytes',
      (h) => Object.assign(h.weights as object, { bytes: 4 }),
      'weights must be',
    ],
    ['three terabytes', (h) => Object.assign(h.weights as object, { bytes: 3e12 }), 'weights must be'],
    ['a third class', (h) => Object.assign(h, { classes: ['a', 'b', 'c'] }), 'does not fit its model'],
    ['another input', (h) => Object.assign(h.preprocessing as object, { size: [9, 9] }), 'does not fit its model'],
    ['a later version', (h) => Object.assign(h, { version: 2 }), 'has version 2, and this program reads 1'],
  ])('refuses %s', async (_, change, reason) => {
    expect(await refusal(await lying(change))).toContain(reason);
  });

  it('refuses weights in another order', async () => {
    const swapped = await lying((header) => {
      const { arrays } = header.weights as { arrays: unknown[] };
      arrays.reverse();
    });
    expect(await refusal(swapped)).toMatch(/^holds .* where its model has /);
  });

  it('refuses a key that changes prototypes, and nesting without end', async () => {
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    await withFolder(async (folder) => {
      for (const content of ['{"\\u005f_proto__": 1}', `{"bundle":${'['.repeat(200_000)}`, '[', '\xff', '']) {
        writeFileSync(path.join(folder, 'bundle.json'), content, 'latin1');
        await refusal(folder);
      }
    });
  });

  it('refuses a folder with an edited header, or weights that are missing, cut or changed', async () => {
    await withFolder(async (folder) => {
      const model = tinyModel();
      await saveBundle(model, folder);
      model.dispose();
      const weights = path.join(folder, readdirSync(folder).find((name) => name.endsWith('.bin')) as string);
      const text = await headerText(parts.header);
      writeFileSync(path.join(folder, 'bundle.json'), text.replace('"threshold": 0.5', '"threshold": 0.6'));
      expect(await refusal(folder)).toContain('was edited');
      writeFileSync(path.join(folder, 'bundle.json'), text);
      truncateSync(weights, 100);
      expect(await refusal(folder)).toContain('has 100 bytes of weights');
      writeFileSync(weights, new Uint8Array(parts.weights.length));
      expect(await refusal(folder)).toContain('do not match their hash');
      writeFileSync(weights, new Uint8Array(parts.weights.length + 1));
      expect(await refusal(folder)).toContain('above its limit');
      expect(await refusal(path.join(folder, 'nowhere'))).toBe('does not exist');
    });
  });

  it('refuses a header of more than 16 MiB unread', async () => {
    const huge = bytes.slice();
    new DataView(huge.buffer).setUint32(8, 2 ** 32 - 4, true);
    expect(await refusal(huge)).toContain('its header would take 4294967292 bytes');
  });

  it('keeps the order of hash and content: the header names its weights by hash', async () => {
    expect(parts.header.weights.sha256).toBe(await sha256Hex(parts.weights));
  });
});
