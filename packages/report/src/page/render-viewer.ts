import { escapeMarkup } from '../figure/escape-markup.ts';
import type { EmbeddingViewer } from '../viewer/embedding-viewer.ts';
import { drawingOf } from './render-figure.ts';

/** JSON that no HTML parser takes for markup, whatever its strings hold. */
const dataOf = (value: unknown) => JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, escaped);
const escaped = (char: string) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;

const howTo =
  'Drag to move, + and − or the wheel to zoom after a click, Shift and drag to choose points; a click on a class hides it.';

/** A viewer as HTML: its last frame as a still picture, and the data from which the script makes the rest. */
export function renderViewer({ still, data }: EmbeddingViewer): string {
  const reading = still.caption ? `<span class="reading">${escapeMarkup(still.caption)}</span>` : '';
  return [
    `<figure class="viewer" data-viewer><figcaption><strong>${escapeMarkup(still.title)}</strong>${reading}`,
    `<span class="reading viewer-live">${howTo}</span></figcaption>`,
    `<div class="viewer-still">${drawingOf(still)}</div>`,
    `<script type="application/json">${dataOf(data)}</script></figure>`,
  ].join('');
}
