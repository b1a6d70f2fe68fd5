import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, it } from 'vitest';
import { expectNoLeak } from '../../../../tools/src/testing/index.ts';
import { createBase } from '../bases/create-base.ts';
import { readSafetensors } from '../formats/safetensors.ts';
import { loadWeights } from './load-weights.ts';
import { saveWeights } from './save-weights.ts';

describe('saveWeights', () => {
  it('writes what loadWeights takes back bit by bit, for another size too', async () => {
    await expectNoLeak(async () => {
      const [from, to] = [48, 64].map((side, i) =>
        createBase('EfficientNetB0', { size: [side, side], ...(i === 0 ? { seed: 1 } : {}) }),
      );
      if (!from || !to) throw new Error('two bases');
      const file = await saveWeights(from.model);
      expect(file.length).toBeGreaterThan(4 * 4_049_571);
      expect(loadWeights(to.model, readSafetensors(file))).toMatchObject({ by: 'name', unused: [] });
      expect(Buffer.compare(await saveWeights(to.model), file)).toBe(0);
      from.dispose();
      to.dispose();
    });
  });
});
