import type { Biome } from './biome.ts';
import { acacias } from './features/acacias.ts';
import { bushes } from './features/bushes.ts';
import { cacti } from './features/cacti.ts';
import { clouds } from './features/clouds.ts';
import { dunes } from './features/dunes.ts';
import { flowers } from './features/flowers.ts';
import { hills } from './features/hills.ts';
import { mountains } from './features/mountains.ts';
import { palms } from './features/palms.ts';
import { patches } from './features/patches.ts';
import { pines } from './features/pines.ts';
import { rocks } from './features/rocks.ts';
import { snowfall } from './features/snowfall.ts';
import { stars } from './features/stars.ts';
import { sun } from './features/sun.ts';
import { trees } from './features/trees.ts';
import { trunks } from './features/trunks.ts';
import { tufts } from './features/tufts.ts';
import { water } from './features/water.ts';

const WHITE = [210, 30, 97] as const;

/** The landscapes, in the order that their numbers in a plan refer to. Orange, grey and white occur in several: no animal's colour stands alone. */
export const BIOMES: readonly Biome[] = [
  {
    name: 'savanna',
    sky: [
      [203, 60, 66],
      [40, 70, 86],
    ],
    ground: [
      [44, 56, 62],
      [36, 50, 42],
    ],
    horizon: [34, 56],
    far: [sun([46, 95, 82]), hills([46, 28, 60], { height: 7 })],
    near: [
      acacias([88, 32, 34]),
      patches([40, 50, 48]),
      bushes([62, 30, 38]),
      rocks([24, 12, 52], { count: [0, 3] }),
      tufts([46, 55, 50]),
    ],
    cover: { kind: 'grass', colour: [46, 52, 50] },
    ...{ air: [42, 60, 78], haze: [0, 0.14], light: [0.92, 1.1] },
  },
  {
    name: 'forest',
    sky: [
      [140, 22, 62],
      [88, 34, 76],
    ],
    ground: [
      [104, 28, 32],
      [92, 30, 20],
    ],
    horizon: [48, 66],
    far: [],
    near: [
      trees([128, 22, 50], { count: [3, 6] }),
      trunks([26, 26, 27], [116, 32, 28]),
      patches([86, 30, 36]),
      bushes([118, 32, 26]),
      tufts([104, 36, 32]),
    ],
    cover: { kind: 'leaves', colour: [112, 36, 28] },
    ...{ air: [110, 30, 30], haze: [0.04, 0.22], light: [0.78, 1] },
  },
  {
    name: 'snow',
    sky: [
      [210, 36, 74],
      [205, 34, 90],
    ],
    ground: [
      [208, 28, 94],
      [212, 26, 82],
    ],
    horizon: [36, 58],
    far: [mountains([214, 22, 62], { snow: WHITE })],
    near: [pines([160, 20, 32], { snow: WHITE }), dunes([208, 28, 90]), rocks([216, 10, 50], { count: [0, 3] })],
    weather: snowfall(),
    cover: { kind: 'bank', colour: [208, 28, 92] },
    ...{ air: [208, 30, 88], haze: [0, 0.18], light: [0.95, 1.1] },
  },
  {
    name: 'dusk',
    sky: [
      [262, 36, 40],
      [22, 85, 66],
    ],
    ground: [
      [18, 32, 30],
      [280, 20, 18],
    ],
    horizon: [42, 64],
    far: [sun([32, 95, 68], { low: true }), clouds([340, 45, 60], [2, 5]), hills([280, 20, 32])],
    near: [trees([290, 16, 22], { count: [0, 4] }), patches([20, 35, 32]), tufts([24, 36, 28])],
    cover: { kind: 'grass', colour: [290, 18, 20] },
    ...{ air: [345, 40, 34], haze: [0.12, 0.34], light: [0.8, 1] },
  },
  {
    name: 'meadow',
    sky: [
      [206, 72, 64],
      [200, 70, 88],
    ],
    ground: [
      [96, 46, 54],
      [104, 46, 34],
    ],
    horizon: [30, 54],
    far: [sun([50, 95, 84]), clouds(WHITE), hills([110, 32, 48])],
    near: [trees([112, 36, 36], { count: [0, 4] }), patches([90, 46, 50]), flowers(), tufts([102, 46, 42])],
    cover: { kind: 'grass', colour: [104, 46, 40] },
    ...{ air: [195, 60, 84], haze: [0, 0.1], light: [0.95, 1.12] },
  },
  {
    name: 'desert',
    sky: [
      [206, 62, 62],
      [36, 64, 86],
    ],
    ground: [
      [34, 66, 70],
      [26, 58, 52],
    ],
    horizon: [34, 58],
    far: [sun([48, 95, 86]), mountains([18, 42, 54])],
    near: [dunes([32, 62, 64]), cacti([120, 28, 36]), rocks([18, 34, 48])],
    cover: { kind: 'bank', colour: [31, 60, 62] },
    ...{ air: [34, 60, 74], haze: [0, 0.18], light: [0.95, 1.12] },
  },
  {
    name: 'lake',
    sky: [
      [204, 58, 62],
      [190, 50, 88],
    ],
    ground: [
      [84, 34, 50],
      [76, 34, 36],
    ],
    horizon: [34, 52],
    far: [clouds(WHITE, [2, 5]), hills([140, 24, 44])],
    near: [pines([152, 28, 28]), water([200, 46, 52]), patches([80, 34, 46]), rocks([210, 8, 56]), tufts([84, 40, 44])],
    cover: { kind: 'grass', colour: [88, 38, 40] },
    ...{ air: [198, 45, 74], haze: [0, 0.16], light: [0.92, 1.08] },
  },
  {
    name: 'night',
    sky: [
      [228, 52, 14],
      [220, 40, 34],
    ],
    ground: [
      [204, 26, 24],
      [220, 30, 12],
    ],
    horizon: [40, 62],
    far: [stars(), sun([52, 55, 88]), hills([222, 26, 24])],
    near: [pines([210, 26, 16]), patches([200, 24, 22]), tufts([190, 24, 24])],
    cover: { kind: 'grass', colour: [200, 26, 17] },
    ...{ air: [224, 44, 20], haze: [0.2, 0.42], light: [0.72, 0.92] },
  },
  {
    name: 'mountains',
    sky: [
      [212, 56, 60],
      [204, 44, 88],
    ],
    ground: [
      [76, 24, 48],
      [30, 16, 36],
    ],
    horizon: [42, 60],
    far: [clouds(WHITE), mountains([222, 16, 50], { snow: WHITE })],
    near: [
      pines([146, 26, 28]),
      patches([60, 20, 44]),
      rocks([216, 8, 54], { count: [2, 7] }),
      tufts([74, 30, 42], { count: [10, 25] }),
    ],
    cover: { kind: 'grass', colour: [74, 26, 40] },
    ...{ air: [208, 34, 76], haze: [0, 0.2], light: [0.9, 1.08] },
  },
  {
    name: 'autumn',
    sky: [
      [198, 30, 72],
      [36, 54, 86],
    ],
    ground: [
      [34, 50, 46],
      [22, 42, 28],
    ],
    horizon: [40, 60],
    far: [hills([34, 40, 52])],
    near: [trees([24, 70, 46], { count: [4, 8] }), patches([24, 66, 44]), bushes([18, 64, 40]), tufts([36, 50, 44])],
    cover: { kind: 'leaves', colour: [24, 66, 42] },
    ...{ air: [34, 50, 70], haze: [0, 0.16], light: [0.88, 1.06] },
  },
  {
    name: 'beach',
    sky: [
      [200, 74, 60],
      [190, 70, 88],
    ],
    ground: [
      [44, 58, 80],
      [38, 50, 64],
    ],
    horizon: [32, 52],
    far: [sun([50, 95, 84]), clouds(WHITE)],
    near: [water([188, 60, 48]), palms([112, 44, 36]), dunes([43, 56, 76]), rocks([210, 8, 50], { count: [0, 3] })],
    cover: { kind: 'bank', colour: [42, 54, 74] },
    ...{ air: [192, 60, 84], haze: [0, 0.1], light: [0.96, 1.12] },
  },
  {
    name: 'jungle',
    sky: [
      [150, 34, 46],
      [96, 44, 66],
    ],
    ground: [
      [124, 36, 30],
      [134, 38, 16],
    ],
    horizon: [46, 64],
    far: [],
    near: [
      trees([136, 38, 34], { count: [4, 8] }),
      palms([122, 46, 30]),
      patches([100, 42, 32]),
      bushes([130, 44, 26], { count: [4, 8] }),
      flowers(),
      tufts([118, 44, 32]),
    ],
    cover: { kind: 'leaves', colour: [128, 46, 26] },
    ...{ air: [128, 36, 34], haze: [0.02, 0.2], light: [0.82, 1.02] },
  },
];
