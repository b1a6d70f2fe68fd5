/** The style sheet of embedding viewers, added to that of a page which holds one. */
export const viewerStyle = `
.viewer-live { display: none; }
@media screen {
  .viewer-ready .viewer-still { display: none; }
  .viewer-ready .viewer-live { display: block; }
}
.viewer-bar { display: flex; flex-wrap: wrap; gap: .5rem 1rem; justify-content: space-between; margin-bottom: .75rem; }
.viewer-legend, .viewer-tools { display: flex; min-width: 0; flex-wrap: wrap; gap: .25rem; }
.viewer-live button { display: inline-flex; align-items: center; gap: .4em; min-height: 2rem; padding: .15rem .65rem; border: 1px solid var(--rule); border-radius: 4px; background: none; color: inherit; font: .8125rem/1.2 var(--sans); cursor: pointer; max-width: 100%; overflow-wrap: anywhere; text-align: start; }
.viewer-live button:hover { border-color: var(--muted); }
.viewer-legend button[aria-pressed="false"] { color: var(--muted); text-decoration: line-through; }
.viewer-legend button[aria-pressed="false"] svg { opacity: .3; }
.viewer-tools button[aria-pressed="true"] { border-color: var(--accent); background: var(--accent-soft); }
.viewer-legend svg { flex: none; width: .8rem; height: .8rem; }
.viewer-count { color: var(--muted); font-variant-numeric: tabular-nums; }
.viewer-views { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.25rem; }
.viewer-views.of-1 { max-width: 40rem; margin: 0 auto; }
@media (min-width: 700px) {
  .viewer-views.of-2, .viewer-views.of-4 { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .viewer-views.of-3 { grid-template-columns: repeat(3, minmax(0, 1fr)); }
}
.viewer-name, .viewer-notes, .viewer-status { overflow-wrap: anywhere; }
.viewer-name { margin: 0 0 .35rem; font-size: .875rem; font-weight: 650; }
.viewer-map { position: relative; aspect-ratio: 1; overflow: hidden; border: 1px solid var(--rule); border-radius: 4px; }
.viewer-map canvas { display: block; }
.viewer-map > canvas { position: absolute; inset: 0; width: 100%; height: 100%; cursor: crosshair; }
.viewer-map > canvas:focus-visible { outline-offset: -3px; }
.viewer-brush { position: absolute; border: 1px dashed var(--ink); background: var(--accent-soft); opacity: .4; pointer-events: none; }
.viewer-tip { position: absolute; z-index: 1; max-width: 9rem; padding: .4rem; border: 1px solid var(--rule); border-radius: 4px; background: var(--paper); color: var(--ink); font-size: .75rem; line-height: 1.35; overflow-wrap: anywhere; pointer-events: none; box-shadow: 0 2px 8px rgb(0 0 0 / .18); }
.viewer-tip canvas { width: 96px; height: 96px; margin-bottom: .3rem; image-rendering: auto; }
.viewer-tip[hidden], .viewer-brush[hidden] { display: none; }
.viewer-curve { display: block; width: 100%; height: 76px; margin-top: .5rem; cursor: ew-resize; touch-action: pan-y; }
.viewer-notes { margin: .5rem 0 0; padding: 0; list-style: none; color: var(--muted); font-size: .8125rem; line-height: 1.45; font-variant-numeric: tabular-nums; }
.viewer-player { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; gap: .75rem; align-items: center; margin-top: .75rem; font-size: .8125rem; }
.viewer-player input { width: 100%; min-width: 0; accent-color: var(--accent); }
.viewer-player output { min-width: 7rem; text-align: end; color: var(--muted); font-variant-numeric: tabular-nums; }
.viewer-play { min-width: 4.25rem; justify-content: center; }
.viewer-status { min-height: 1.4em; margin: .4rem 0 0; color: var(--muted); font-size: .8125rem; line-height: 1.4; }
`;
