import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32c, maskedCrc32c } from './crc32c.ts';
import { scalarEvent, stepOf, versionEvent } from './event.ts';
import { decodeRecords, encodeRecord } from './records.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('crc32c', () => {
  it('is that of the standard', () => {
    // RFC 3720, B.4: 32 bytes of zeros, of ones, rising; and the usual check value
    expect(crc32c(new Uint8Array(32))).toBe(0x8a9136aa);
    expect(crc32c(new Uint8Array(32).fill(255))).toBe(0x62a8ab43);
    expect(crc32c(Uint8Array.from({ length: 32 }, (_, i) => i))).toBe(0x46dd794e);
    expect(crc32c(new TextEncoder().encode('123456789'))).toBe(0xe3069283);
    // ((crc >> 15) | (crc << 17)) + 0xa282ead8, by hand
    expect(maskedCrc32c(new TextEncoder().encode('123456789'))).toBe(0xc78ab0e5);
  });
});

describe('scalarEvent', () => {
  it('has the bytes of TensorFlow', () => {
    // tf.compat.v1.Event(wall_time=1.5, file_version='brain.Event:2').SerializeToString().hex()
    expect(hex(versionEvent(1.5))).toBe('09000000000000f83f1a0d627261696e2e4576656e743a32');
    // tf.compat.v1.Event(wall_time=1.5, step=300, summary=tf.compat.v1.Summary(value=[
    //     tf.compat.v1.Summary.Value(tag='epoch_loss', simple_value=0.25)])).SerializeToString().hex()
    expect(hex(scalarEvent('epoch_loss', 0.25, { step: 300, wallTime: 1.5 }))).toBe(
      '09000000000000f83f10ac022a130a110a0a65706f63685f6c6f7373150000803e',
    );
  });

  it('tells its step', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 40), (step) => {
        expect(stepOf(scalarEvent('a', 1, { step, wallTime: 1 }))).toBe(step);
      }),
    );
    expect(stepOf(versionEvent(1))).toBe(0);
    expect(stepOf(new Uint8Array())).toBe(0);
  });
});

describe('encodeRecord', () => {
  it('has the bytes of TensorFlow', () => {
    // with tf.io.TFRecordWriter('x') as w: w.write(b'fox'); open('x', 'rb').read().hex()
    expect(hex(encodeRecord(new TextEncoder().encode('fox')))).toBe('0300000000000000b099490e666f787801b5bd');
  });

  it('is read back up to where a file is cut or damaged', () => {
    const records = [[1, 2, 3], [], [4]].map((data) => encodeRecord(Uint8Array.from(data)));
    const file = new Uint8Array(Buffer.concat(records));
    const first = (records[0] as Uint8Array).length;
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const cut = [...decodeRecords(file.subarray(0, at))];
        expect(cut).toHaveLength(at < first ? 0 : at < first + 16 ? 1 : 2);
        const changed = file.slice();
        changed[at] = (changed[at] as number) ^ flip;
        expect([...decodeRecords(changed)]).toHaveLength(at < first ? 0 : at < first + 16 ? 1 : 2);
      }),
    );
    expect([...decodeRecords(file)].map(({ data }) => [...data])).toEqual([[1, 2, 3], [], [4]]);
  });
});
