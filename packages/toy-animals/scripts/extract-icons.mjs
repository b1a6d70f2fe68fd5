/**
 * Takes the needed animals out of unpacked Iconify sets: `node scripts/extract-icons.mjs <folder of unpacked sets>`.
 *
 * The folder holds one folder a set (`noto/icons.json`, `noto/info.json`, …), as `npm pack @iconify-json/<set>` and `tar xzf`
 * give them. Writes `src/icons/<set>.ts` and NOTICE; the same input gives the same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { PIXEL_COLOURS, PIXEL_INSIDE, SETS } from './drawings.mjs';
import { PAPER_CUTS } from './paper-cuts.mjs';

const home = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const from = process.argv[2];
if (!from) throw new Error('usage: node scripts/extract-icons.mjs <folder of unpacked Iconify sets>');
await initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));

const notices = [];
for (const set of SETS) {
  const folder = path.join(from, set.prefix);
  const data = readJson(folder, 'icons.json');
  const info = readJson(folder, 'info.json');
  const { version } = readJson(folder, 'package.json');
  if (info.license.spdx !== set.licence) throw new Error(`${set.prefix} is ${info.license.spdx}, not ${set.licence}`);
  const drawings = [...picks(set.heads, 'head'), ...picks(set.bodies, 'body')].map(([icon, species, view]) =>
    drawingOf(data, set, icon, species, view),
  );
  const source = `@iconify-json/${set.prefix} ${version} (${set.licence}); see NOTICE`;
  writeFileSync(path.join(home, 'src/icons', `${set.group}.ts`), moduleOf(set.group, source, drawings));
  notices.push(noticeOf(set, info, version, drawings.length));
  console.log(set.group, drawings.length, 'drawings');
}
const paper = PAPER_CUTS.map((cut) => withBox(cut, [-4, -4, 72, 72]));
writeFileSync(
  path.join(home, 'src/icons/paper.ts'),
  moduleOf('paper', 'scripts/paper-cuts.mjs: our own drawings', paper),
);
console.log('paper', paper.length, 'drawings');
writeFileSync(path.join(home, 'NOTICE'), `${noticeHead()}\n${notices.join('\n')}`);

function readJson(...parts) {
  return JSON.parse(readFileSync(path.join(...parts), 'utf8'));
}

function picks(names, view) {
  if (typeof names === 'string') return names.split(/\s+/).map((name) => [name, name, view]);
  return Object.entries(names).map(([icon, species]) => [icon, species, view]);
}

function drawingOf(data, set, icon, species, view) {
  const entry = data.icons[icon];
  if (!entry) throw new Error(`${set.prefix} has no icon ${icon}`);
  const width = entry.width ?? data.width ?? 16;
  const height = entry.height ?? data.height ?? 16;
  const frame = [entry.left ?? 0, entry.top ?? 0, width, height];
  const drawn = set.group === 'pixel' ? pixelBody(entry.body, species) : plainBody(entry.body);
  const body = set.greyed?.includes(icon) ? greyed(drawn) : drawn;
  return withBox({ icon, species, view, body }, frame);
}

function withBox({ icon, species, view, body }, frame) {
  return { icon, species, view, box: tightBox(body, frame), body };
}

/** Ids that no colour can be mistaken for, and every colour as #rrggbb, so that a regular expression can recolour it. */
function plainBody(body) {
  const ids = [...new Set([...body.matchAll(/\bid="([^"]+)"/g)].map((match) => match[1]))];
  let plain = body;
  ids.forEach((id, index) => {
    const escaped = id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    plain = plain.replace(new RegExp(`(id="|href="#|url\\(#)${escaped}(?=["\\)])`, 'g'), `$1i${index}`);
  });
  plain = plain.replace(
    /#([0-9a-f]{3})(?=["';\s])/gi,
    (_, hex) => `#${[...hex].map((digit) => digit + digit).join('')}`,
  );
  plain = plain.replace(/#[0-9a-f]{6}/gi, (hex) => hex.toLowerCase());
  const named = plain.match(/(?:fill|stroke|stop-color)[=:]["']?(?!#|none|url|inherit)[a-z]+/i);
  if (named && !/currentColor/.test(named[0])) throw new Error(`colour by name: ${named[0]}`);
  return plain.replace(/currentColor/g, '#333333');
}

/** Every colour as a light grey of its brightness, a little blue. */
function greyed(body) {
  return body.replace(/#[0-9a-f]{6}/g, (hex) => {
    const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
    const grey = 85 + 0.75 * (0.3 * r + 0.59 * g + 0.11 * b);
    const channels = [grey * 0.97, grey, grey * 1.05].map((value) => Math.min(Math.round(value), 255));
    return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
  });
}

/** The outline on its 12 x 12 grid, with the inside filled: light above, shade below. */
function pixelBody(body, species) {
  const size = 12;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="12" height="12" color="#000">${body}</svg>`;
  const alpha = new Resvg(svg, { shapeRendering: 0 }).render().pixels;
  const ink = (x, y) => x >= 0 && y >= 0 && x < size && y < size && alpha[(y * size + x) * 4 + 3] > 127;
  const outside = floodFromBorder(size, ink);
  const forced = new Set((PIXEL_INSIDE[species] ?? []).map(([x, y]) => y * size + x));
  const [light, shade, dark] = PIXEL_COLOURS[species];
  const layers = { [light]: '', [shade]: '', [dark]: '' };
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const cell = `M${x} ${y}h1v1h-1z`;
      if (ink(x, y)) layers[dark] += cell;
      else if (forced.has(y * size + x) || !outside.has(y * size + x)) {
        layers[y > 7 ? shade : light] += cell;
      }
    }
  }
  const paths = Object.entries(layers).map(([colour, cells]) => `<path fill="${colour}" d="${cells}"/>`);
  return `<g shape-rendering="crispEdges">${paths.join('')}</g>`;
}

function floodFromBorder(size, ink) {
  const outside = new Set();
  const stack = [];
  for (let i = 0; i < size; i++) stack.push([i, 0], [i, size - 1], [0, i], [size - 1, i]);
  while (stack.length > 0) {
    const [x, y] = stack.pop();
    if (x < 0 || y < 0 || x >= size || y >= size || ink(x, y) || outside.has(y * size + x)) continue;
    outside.add(y * size + x);
    stack.push([x + 1, y], [x - 1, y], [x, y + 1], [x, y - 1]);
  }
  return outside;
}

/** Where the drawing really is in its frame: `[x, y, width, height]` in its own units, from a 256 pixel rendering. */
function tightBox(body, [left, top, width, height]) {
  const pixels = 256;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${pixels}" height="${pixels}" viewBox="${left} ${top} ${width} ${height}" preserveAspectRatio="none">${body}</svg>`;
  const alpha = new Resvg(svg).render().pixels;
  const bounds = [pixels, pixels, -1, -1];
  for (let y = 0; y < pixels; y++) {
    for (let x = 0; x < pixels; x++) {
      if (alpha[(y * pixels + x) * 4 + 3] < 32) continue;
      bounds[0] = Math.min(bounds[0], x);
      bounds[1] = Math.min(bounds[1], y);
      bounds[2] = Math.max(bounds[2], x + 1);
      bounds[3] = Math.max(bounds[3], y + 1);
    }
  }
  const round = (value) => Math.round(value * 100) / 100;
  const [x0, y0, x1, y1] = bounds;
  return [
    round(left + (x0 * width) / pixels),
    round(top + (y0 * height) / pixels),
    round(((x1 - x0) * width) / pixels),
    round(((y1 - y0) * height) / pixels),
  ];
}

function moduleOf(group, source, drawings) {
  const name = group.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  const rows = drawings.map(({ icon, species, view, box, body }) => {
    if (body.includes("'")) throw new Error(`${icon} holds a single quote`);
    return `  {\n    icon: '${icon}',\n    species: '${species}',\n    view: '${view}',\n    box: [${box.join(', ')}],\n    body: '${body}',\n  },\n`;
  });
  return `// Written by scripts/extract-icons.mjs from ${source}.
import type { Drawing } from './drawing.ts';

/** Animals of the drawing set ${group}. */
export const ${name}: readonly Drawing[] = [
${rows.join('')}];
`;
}

function noticeHead() {
  return `@animals/toy-animals
Copyright (c) the authors of @animals (MIT, see LICENSE)

The code is under the MIT licence. The drawings of the animals in src/icons (and in the built files) are the work of others.
They were taken from these icon sets, with ids renamed and colours rewritten as #rrggbb; at run time they are recoloured,
turned and scaled. The texts of the licences are in the folder licenses.
`;
}

function noticeOf(set, info, version, count) {
  const changed = set.changed ? `\n  changed    ${set.changed}` : '';
  return `${info.name}
  group      ${set.group} (${count} drawings, src/icons/${set.group}.ts)
  package    @iconify-json/${set.prefix} ${version}
  source     ${set.home}
  copyright  ${set.copyright}
  licence    ${set.licence} (licenses/${set.licence}${set.licence === 'MIT' ? `-${set.prefix}` : ''}.txt)${changed}
`;
}
