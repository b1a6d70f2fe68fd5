import type { ViewData, ViewerData } from '../viewer-data.ts';

/** A map with its frames as numbers. */
export interface ClientView extends Omit<ViewData, 'frames'> {
  /** One a frame: x and y of each point, 0 to 1, y downwards. */
  readonly frames: readonly Float32Array[];
}

/** A viewer's data, ready to be drawn. */
export interface ClientData extends Omit<ViewerData, 'labels' | 'views'> {
  readonly labels: Uint8Array;
  readonly views: readonly ClientView[];
}

const bytesOf = (text: string) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

function framesOf({ frames, count }: ViewData, points: number): Float32Array[] {
  const bytes = new DataView(bytesOf(frames).buffer);
  return Array.from({ length: count }, (_, frame) =>
    Float32Array.from({ length: points * 2 }, (_none, i) => {
      const share = bytes.getInt16((frame * points * 2 + i) * 2, true) / 65534 + 0.5;
      return i % 2 === 0 ? share : 1 - share;
    }),
  );
}

/** Reads what the page stores. */
export function decode(data: ViewerData): ClientData {
  const { points, labels, views } = data;
  return {
    ...data,
    labels: bytesOf(labels),
    views: views.map((view) => ({ ...view, frames: framesOf(view, points) })),
  };
}
