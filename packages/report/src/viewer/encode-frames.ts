import { squareDomains } from '../chart/square-domains.ts';

const most = 32767;

/**
 * Packs frames as little-endian pairs of 16-bit numbers, -32767 to 32767 over the square that each frame fills.
 *
 * @param frames x and y by turns, finite.
 */
export function encodeFrames(frames: readonly ArrayLike<number>[]): Uint8Array {
  const length = frames[0]?.length ?? 0;
  const bytes = new DataView(new ArrayBuffer(frames.length * length * 2));
  frames.forEach((frame, f) => {
    const points = Array.from({ length: length / 2 }, (_, i) => ({
      x: frame[2 * i] as number,
      y: frame[2 * i + 1] as number,
    }));
    const { x, y } = squareDomains(points);
    for (let i = 0; i < length; i++) {
      const [low, high] = i % 2 === 0 ? x : y;
      const share = ((frame[i] as number) - low) / (high - low) - 0.5;
      bytes.setInt16((f * length + i) * 2, Math.round(share * 2 * most), true);
    }
  });
  return new Uint8Array(bytes.buffer);
}
