import { describe, expect, it } from 'vitest';
import type { Slot } from '../blobs/create-slot.ts';

/** Makes an empty place for one slot, and returns what opens it, again and again. */
export type MakeSlot = () => OpenSlot | Promise<OpenSlot>;
export type OpenSlot = () => Slot | Promise<Slot>;

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array | null) => (bytes === null ? null : new TextDecoder().decode(bytes));

/** The tests that every slot has to pass. */
export function describeSlot(name: string, make: MakeSlot): void {
  describe(`slot: ${name}`, () => {
    it('loads nothing at first, and then the last save, in this opening and the next', async () => {
      const open = await make();
      const slot = await open();
      expect(await slot.load()).toBe(null);
      for (const save of ['one', '', 'three']) {
        await slot.save(bytesOf(save));
        expect(textOf(await slot.load())).toBe(save);
        expect(textOf(await (await open()).load())).toBe(save);
      }
    });

    it('goes on where another opening has saved', async () => {
      const open = await make();
      for (const save of ['one', 'two', 'three']) await (await open()).save(bytesOf(save));
      expect(textOf(await (await open()).load())).toBe('three');
    });

    it('takes calls that overlap in their order', async () => {
      const slot = await (await make())();
      const saves = ['1', '2', '3'].map((text) => slot.save(bytesOf(text)));
      expect(textOf(await slot.load())).toBe('3');
      await Promise.all(saves);
    });

    it('shares nothing with its caller', async () => {
      const slot = await (await make())();
      const bytes = bytesOf('kept');
      await slot.save(bytes);
      bytes.fill(0);
      (await slot.load())?.fill(1);
      expect(textOf(await slot.load())).toBe('kept');
    });

    it('forgets everything when it is cleared, and can be saved to again', async () => {
      const open = await make();
      const slot = await open();
      await slot.clear();
      await slot.save(bytesOf('one'));
      await slot.save(bytesOf('two'));
      await slot.clear();
      expect(await slot.load()).toBe(null);
      expect(await (await open()).load()).toBe(null);
      await slot.save(bytesOf('three'));
      expect(textOf(await slot.load())).toBe('three');
    });
  });
}
