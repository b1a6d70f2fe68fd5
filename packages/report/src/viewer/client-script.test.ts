import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { bundleClient } from '../../scripts/bundle-client.ts';
import { clientScript } from './client-script.ts';

describe('clientScript', () => {
  it('is what src/viewer/client makes: else run `npm run client`', async () => {
    const stored = await readFile(new URL('client-script.ts', import.meta.url), 'utf8');
    expect(stored).toBe(await bundleClient());
  });

  it('ends no script element, holds only ASCII, and makes no markup of texts', () => {
    expect(clientScript).not.toMatch(/<\/script|<!--/i);
    expect(clientScript).toMatch(/^[\x20-\x7e\n]*$/);
    expect(clientScript).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|fetch\(/);
  });
});
