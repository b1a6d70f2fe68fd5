/**
 * The drawing set `paper`: animals cut out of coloured paper, drawn here from circles, polygons and strokes on a 64 x 64 sheet.
 *
 * Each layer is laid over a darker, slightly shifted copy of itself, as paper throws a shadow.
 */
const shifted = (markup, colour) => `<g transform="translate(.9 1.1)">${markup(colour)}</g>`;
const layer = (markup, colour, shade) => shifted(markup, shade) + markup(colour);
const oval = (x, y, rx, ry) => (fill) => `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}"/>`;
const shape = (d) => (fill) => `<path d="${d}" fill="${fill}"/>`;
const line = (d, width) => (stroke) =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round"/>`;
const both = (markup) => (fill) => `${markup(fill)}<g transform="matrix(-1 0 0 1 64 0)">${markup(fill)}</g>`;
const all =
  (...parts) =>
  (fill) =>
    parts.map((part) => part(fill)).join('');

const EARS = {
  pointed: both(shape('M11 6L31 15L13 34Z')),
  tall: both(shape('M14 3L27 17L15 28Z')),
  round: both(oval(16, 15, 8, 8)),
  large: both(oval(13, 18, 12, 12)),
  long: both(oval(23, 13, 6, 15)),
  hanging: both(shape('M20 13C8 12 5 24 9 40C16 38 20 28 24 18Z')),
  side: both(shape('M20 20C12 14 5 17 2 23C8 30 15 29 20 27Z')),
};
const INNER = {
  pointed: both(shape('M14 12L25 17L15 28Z')),
  tall: both(shape('M17 9L24 17L17 23Z')),
  round: both(oval(16, 15, 4.5, 4.5)),
  large: both(oval(13, 18, 7.5, 7.5)),
  long: both(oval(23, 13, 3, 11)),
  hanging: () => '',
  side: both(shape('M18 22C12 18 8 20 6 23C10 26 14 26 18 25Z')),
};
const SKULLS = {
  round: oval(32, 34, 22, 21),
  wide: oval(32, 36, 26, 19),
  long: shape('M32 13C46 13 50 24 47 36C45 50 41 60 32 60C23 60 19 50 17 36C14 24 18 13 32 13Z'),
  wedge: shape('M32 12C45 12 57 24 60 37C50 42 40 51 32 60C24 51 14 42 4 37C7 24 19 12 32 12Z'),
};
const STRIPES = all(
  shape('M32 12L28.5 15L32 25L35.5 15Z'),
  both(shape('M23 15L21 18L28 25Z')),
  both(all(shape('M9 30L23 33L10 35Z'), shape('M11 40L22 40L13 45Z'))),
);
const eyes = (y, gap, size) => both(oval(32 - gap, y, size, size * 1.15));

function head(
  species,
  { coat, shade, ear, inner, skull, muzzle, nose, behind, marks, eye = [32, 9, 2.6], ink = '#2c2430' },
) {
  const ears = ear ? layer(EARS[ear], coat, shade) + (inner ? INNER[ear](inner) : '') : '';
  const body = [
    behind ?? '',
    ears,
    layer(SKULLS[skull], coat, shade),
    marks ?? '',
    muzzle ?? '',
    eyes(...eye)(ink),
    nose ?? oval(32, 42, 4, 2.8)(ink),
  ];
  return { icon: `${species}-head`, species, view: 'head', body: body.join('') };
}

const snout = (colour, shade, rx = 11, ry = 9, y = 45) => layer(oval(32, y, rx, ry), colour, shade);
const smile = line('M32 44V48M26.5 50Q32 53 37.5 50', 1.4)('#2c2430');

const HEADS = [
  head('tiger', {
    ...{ coat: '#ef8f32', shade: '#c96d1c', ear: 'round', inner: '#fbe3c6', skull: 'round' },
    muzzle: snout('#fdf0dd', '#dcc3a2', 12, 9) + smile,
    marks: STRIPES('#37281f'),
  }),
  head('fox', {
    ...{ coat: '#e8702a', shade: '#b9501a', ear: 'pointed', inner: '#4d2a20', skull: 'wedge', eye: [33, 11, 2.4] },
    marks: both(shape('M4 37C14 35 24 40 32 60C24 51 14 42 4 37Z'))('#fdf3e6'),
    nose: oval(32, 57, 3.6, 3)('#2c2430'),
  }),
  head('lion', {
    ...{ coat: '#e9b04e', shade: '#c48a2c', ear: 'round', skull: 'round' },
    behind: layer(oval(32, 33, 30, 29), '#9a5a2c', '#74401c'),
    muzzle: snout('#f8e2b6', '#d2b47e', 11, 8) + smile,
  }),
  head('cat', {
    ...{ coat: '#8d8a94', shade: '#6a6772', ear: 'tall', inner: '#e7b9bd', skull: 'wide' },
    muzzle:
      snout('#f1eff2', '#c9c5cc', 8, 6, 46) + line('M6 40L19 43M6 47L19 46M58 40L45 43M58 47L45 46', 0.9)('#4a4650'),
  }),
  head('dog', {
    ...{ coat: '#d9a066', shade: '#b07c45', skull: 'round' },
    muzzle: layer(EARS.hanging, '#7d4f2c', '#5b381d') + snout('#f6e7d0', '#d0b996') + smile,
  }),
  head('wolf', {
    ...{ coat: '#7f8894', shade: '#5d6570', ear: 'pointed', inner: '#3f4650', skull: 'wedge', eye: [33, 10, 2.3] },
    marks: both(shape('M8 39C18 38 25 42 32 60C25 52 16 44 8 39Z'))('#dfe3e8'),
    nose: oval(32, 56, 4, 3.2)('#23262c'),
  }),
  head('bear', {
    ...{ coat: '#8a5a3a', shade: '#653e25', ear: 'round', inner: '#c99a72', skull: 'round' },
    muzzle: snout('#d8b38c', '#ad8760', 10, 8),
  }),
  head('panda', {
    ...{ coat: '#f4f2ee', shade: '#c8c4bd', skull: 'wide', ink: '#f4f2ee', eye: [34, 10, 1.8] },
    behind: layer(EARS.round, '#2f2d33', '#1c1a1f'),
    marks: both(oval(21, 34, 6, 7.5))('#2f2d33'),
    nose: oval(32, 44, 4, 2.8)('#2f2d33'),
  }),
  head('koala', {
    ...{ coat: '#9aa3ad', shade: '#747d88', ear: 'large', inner: '#e9d7da', skull: 'round' },
    nose: oval(32, 40, 5, 8)('#33333b'),
  }),
  head('monkey', {
    ...{ coat: '#7c4d2e', shade: '#59341c', ear: 'side', inner: '#dba77d', skull: 'round' },
    marks: both(oval(25, 32, 9, 10))('#e3b48a') + oval(32, 46, 14, 10)('#e3b48a'),
    nose: both(oval(30, 41, 0.9, 0.9))('#2c2430') + line('M25 48Q32 54 39 48', 1.6)('#59341c'),
  }),
  head('cow', {
    ...{ coat: '#f1ebe2', shade: '#c9c0b2', ear: 'side', inner: '#e5b7ae', skull: 'long', eye: [29, 8, 2.5] },
    behind: layer(both(line('M24 16Q17 12 18 4', 4)), '#d7c49a', '#ab986c'),
    marks: shape('M33 13C46 13 49 23 47 33C40 36 35 30 36 22Z')('#4a3a34'),
    nose: layer(oval(32, 50, 14, 10), '#eaa9a4', '#c4817d') + both(oval(27, 49, 2, 2.6))('#7d4647'),
  }),
  head('pig', {
    ...{ coat: '#f0a5ae', shade: '#c97c88', ear: 'tall', inner: '#d9818d', skull: 'wide' },
    nose: layer(oval(32, 43, 10, 7.5), '#e48793', '#b9606e') + both(oval(28.5, 43, 2, 3))('#8a3f4c'),
  }),
  head('mouse', {
    ...{ coat: '#b4adb8', shade: '#8b8490', ear: 'large', inner: '#eec3c9', skull: 'round' },
    nose: oval(32, 49, 3.5, 3)('#d9707f') + line('M10 45L22 47M10 52L22 50M54 45L42 47M54 52L42 50', 0.9)('#5d5763'),
  }),
  head('rabbit', {
    ...{ coat: '#e9e2da', shade: '#bdb4a9', ear: 'long', inner: '#efb8bd', skull: 'round', eye: [37, 9, 2.6] },
    nose: shape('M29 44H35L32 48Z')('#d9707f') + shape('M29.5 50H34.500V56H29.500Z')('#ffffff'),
  }),
  head('frog', {
    ...{ coat: '#74b84e', shade: '#529032', skull: 'wide', eye: [19, 14, 3.2] },
    behind: layer(both(oval(18, 20, 9, 9)), '#74b84e', '#529032') + both(oval(18, 19, 6.5, 6.5))('#f5f3e2'),
    marks: '',
    nose: line('M14 42Q32 54 50 42', 2)('#2f5a1d') + both(oval(29, 34, 1, 1))('#2f5a1d'),
    muzzle: both(oval(18, 19, 6.5, 6.5))('#f5f3e2'),
  }),
  head('sheep', {
    ...{ coat: '#4b4349', shade: '#322c31', ear: 'side', skull: 'long', ink: '#f4efe6', eye: [34, 8, 2.2] },
    muzzle: layer(all(both(all(oval(24, 12, 8, 7), oval(17, 18, 6, 6))), oval(32, 9, 9, 7)), '#f3eee4', '#c6bfb1'),
    nose: both(oval(29.5, 52, 1.2, 1.8))('#1d191c'),
  }),
];

const legs = (xs, top, width, bottom = 59) =>
  all(...xs.map((x) => shape(`M${x} ${top}h${width}V${bottom}h-${width}Z`)));
const eye = (x, y, size = 1.5) => oval(x, y, size, size)('#2c2430');

/** A four-footed animal that looks to the left; `far` are the legs on the other side. */
function body(species, { coat, shade, trunk, near, far, front, over = '', behind = '' }) {
  const markup = behind + far(shade) + layer(all(near, trunk), coat, shade) + over + front;
  return { icon: `${species}-body`, species, view: 'body', body: markup };
}

const cat = (coat, shade, over) => ({
  ...{ coat, shade, far: legs([17, 45], 40, 5), near: legs([22, 50], 38, 5.5), over },
  trunk: all(
    shape('M18 27H52Q58 27 57 36Q57 46 50 46H24Q15 46 18 27Z'),
    oval(16, 25, 11, 10),
    both(() => ''),
    shape('M8 19L8 10L15 16Z'),
    shape('M18 16L24 10L25 19Z'),
    line('M55 31Q63 27 59 15', 4),
  ),
});
const hoofed = (coat, shade) => ({
  ...{ coat, shade, far: legs([20, 45], 38, 4), near: legs([25, 50], 36, 4.5) },
});

const BODIES = [
  body('elephant', {
    ...{ coat: '#8e97a5', shade: '#69717f', far: legs([27, 45], 40, 7.5), near: legs([20, 51], 38, 8.5) },
    trunk: all(
      shape('M24 22Q40 12 54 19Q62 24 61 45H20Q17 30 24 22Z'),
      oval(19, 25, 13, 13),
      line('M10 29Q4 38 6 49Q7 54 11 53', 6),
      line('M60 27Q64 33 61 39', 2),
    ),
    front:
      layer(shape('M22 14Q37 12 36 27Q34 37 25 35Q19 27 22 14Z'), '#a5aebb', '#69717f') +
      line('M13 37Q13 42 17 43', 2.6)('#fbf6ea') +
      eye(13, 23),
  }),
  body('tiger', {
    ...cat(
      '#ef8f32',
      '#c96d1c',
      all(
        ...[27, 33, 39, 45, 51].map((x) => shape(`M${x} 27L${x + 2.8} 27L${x + 1} 38Z`)),
        shape('M13 15.500L15 22L17 15.500Z'),
        shape('M27 22L20 24L27 26.500Z'),
        line('M58 26L61 27M58.5 21L62 21', 1.8),
      )('#37281f'),
    ),
    front: oval(10, 29, 6, 4.5)('#fdf0dd') + oval(5.8, 27, 1.6, 1.4)('#2c2430') + eye(12, 23),
  }),
  body('leopard', {
    ...cat(
      '#e8b95a',
      '#bf9136',
      all(...[24, 31, 38, 45, 52].flatMap((x, i) => [oval(x, 31 + (i % 2) * 2, 1.9, 1.6), oval(x + 3, 38, 1.8, 1.7)]))(
        '#4b3520',
      ),
    ),
    front: oval(10, 29, 6, 4.5)('#f9ebcb') + oval(5.8, 27, 1.6, 1.4)('#2c2430') + eye(12, 23),
  }),
  body('cat', {
    ...cat('#55525c', '#3a3740', ''),
    front: oval(10, 29, 5, 4)('#d9d5dc') + oval(6.2, 27.5, 1.4, 1.2)('#e58e97') + oval(12, 23, 1.8, 2)('#c5d65a'),
  }),
  body('horse', {
    ...hoofed('#9a6238', '#744623'),
    trunk: all(
      shape('M22 26H54Q58 30 56 42H26Q20 40 22 26Z'),
      shape('M12 11L22 8Q30 18 34 27L22 36Q20 24 17 20Z'),
      shape('M18 7L7 20Q6 25 10 25L20 19Z'),
    ),
    front: line('M20 8Q29 14 32 26', 4)('#3d2415') + line('M56 29Q63 34 60 47', 4)('#3d2415') + eye(14, 15),
  }),
  body('zebra', {
    ...hoofed('#f2f0ec', '#bdb9b2'),
    trunk: all(
      shape('M22 26H54Q58 30 56 42H26Q20 40 22 26Z'),
      shape('M12 11L22 8Q30 18 34 27L22 36Q20 24 17 20Z'),
      shape('M18 7L7 20Q6 25 10 25L20 19Z'),
    ),
    over: line(
      'M30 28Q32 35 30 41M36 27Q38 35 36 41.500M42 27Q44 35 42 41.500M48 27Q50 35 48 41.500M53 29Q55 35 54 40M20 22L27 17M22 28L30 22M17 15L22 11',
      2,
    )('#2b2a30'),
    front:
      line('M20 8Q29 14 32 26', 3)('#2b2a30') +
      line('M56 29Q61 35 59 43', 2)('#2b2a30') +
      oval(8, 22.5, 2.5, 2.2)('#2b2a30') +
      eye(14, 15),
  }),
  body('deer', {
    ...hoofed('#b9783f', '#8f5a2a'),
    trunk: all(
      shape('M24 28H53Q58 30 55 41H28Q22 40 24 28Z'),
      shape('M15 17L23 16Q29 22 33 29L25 38Q22 27 17 25Z'),
      shape('M21 13L9 21Q8 25 12 25L22 22Z'),
    ),
    behind: line('M20 14Q16 8 18 2M18 8L12 5M23 14Q28 9 27 3M26 9L31 6', 2)('#6b4a2e'),
    over: all(oval(36, 31, 1.3, 1.3), oval(42, 33, 1.3, 1.3), oval(47, 31, 1.3, 1.3))('#f3dcbc'),
    front: shape('M55 28L60 31L55 34Z')('#f3dcbc') + eye(15.5, 19) + oval(9, 22.5, 1.4, 1.2)('#2c2430'),
  }),
  body('cow', {
    ...{ coat: '#f1ebe2', shade: '#c9c0b2', far: legs([21, 46], 42, 5), near: legs([26, 51], 40, 5.5) },
    trunk: all(shape('M20 23H54Q60 25 58 45H24Q18 40 20 23Z'), shape('M10 17H24V33Q14 38 8 34Z')),
    behind: line('M12 17Q9 13 11 9M22 17Q26 13 24 9', 2.4)('#cdb98a'),
    over: all(shape('M31 23H43Q45 33 37 34Q30 32 31 23Z'), oval(50, 38, 6, 5))('#4a3a34'),
    front:
      layer(oval(11.5, 32, 6, 4.5), '#eaa9a4', '#c4817d') + eye(13, 23) + line('M59 26Q62 33 60 42', 1.8)('#4a3a34'),
  }),
  body('pig', {
    ...{ coat: '#f0a5ae', shade: '#c97c88', far: legs([22, 44], 44, 5.5), near: legs([27, 49], 43, 6) },
    trunk: all(oval(38, 36, 21, 15), oval(17, 31, 11, 11), shape('M14 23L16 13L24 22Z')),
    front:
      layer(oval(7.5, 34, 3.5, 4.5), '#e48793', '#b9606e') + eye(14, 28) + line('M58 32Q63 31 61 27', 1.8)('#c97c88'),
  }),
  body('giraffe', {
    ...{ coat: '#eec25b', shade: '#c5963a', far: legs([31, 47], 42, 3.5), near: legs([36, 51], 41, 4) },
    trunk: all(
      shape('M30 33L56 36Q57 40 54 46H34Q28 42 30 33Z'),
      shape('M19 9L25 8L38 34L31 43Z'),
      shape('M24 5L11 11Q10 15 13 15L26 13Z'),
    ),
    behind: line('M21 6L20 2M24.5 6L25 2', 1.6)('#8b5a2e'),
    over: all(
      oval(25, 16, 2, 2.4),
      oval(28.5, 24, 2.4, 2.8),
      oval(33, 33, 2.8, 2.8),
      oval(40, 39, 2.8, 2.4),
      oval(47, 40, 2.6, 2.4),
      oval(52, 40, 1.6, 2),
    )('#a86a35'),
    front: eye(19, 9.5, 1.3) + line('M55 37Q59 42 57 48', 1.4)('#8b5a2e'),
  }),
  body('camel', {
    ...hoofed('#cf9c5c', '#a5763b'),
    trunk: all(
      shape('M22 29Q27 18 32 28Q38 29 41 28Q47 17 52 29Q59 33 55 42H26Q20 38 22 29Z'),
      line('M24 36Q14 36 14 18', 5.5),
      shape('M19 12L6 17Q5 21 8 21L19 19Z'),
    ),
    front: eye(13, 15.5, 1.3) + line('M56 33Q60 37 58 43', 1.6)('#8c612e'),
  }),
  body('rhinoceros', {
    ...{ coat: '#8b8f88', shade: '#666a63', far: legs([25, 46], 43, 7), near: legs([20, 51], 42, 7.5) },
    trunk: all(
      shape('M20 22Q38 14 55 23Q61 30 59 46H20Q16 34 20 22Z'),
      shape('M24 22L6 29Q3 37 9 39L24 40Z'),
      shape('M20 22L20 13L26 20Z'),
    ),
    front:
      shape('M5 31Q2 23 3 17Q9 22 11 28Z')('#e6dfcd') +
      shape('M13 26Q13 22 15 20Q17 24 17 25Z')('#e6dfcd') +
      eye(15, 31) +
      line('M59 26Q62 31 60 36', 1.8)('#666a63'),
  }),
  body('sheep', {
    ...{ coat: '#f3eee4', shade: '#c6bfb1', far: legs([25, 43], 42, 4), near: () => '' },
    behind: legs([30, 48], 42, 4)('#4b4349'),
    trunk: all(
      ...[
        [26, 30],
        [34, 25],
        [43, 26],
        [51, 31],
        [53, 39],
        [46, 45],
        [37, 46],
        [28, 43],
        [22, 37],
      ].map(([x, y]) => oval(x, y, 8, 8)),
      oval(38, 36, 16, 12),
    ),
    front:
      layer(shape('M10 22Q16 16 21 22L18 36Q12 40 9 34Z'), '#4b4349', '#322c31') +
      layer(oval(19, 20, 6, 4.5), '#f3eee4', '#c6bfb1') +
      oval(13.5, 27, 1.2, 1.4)('#f4efe6'),
  }),
  body('penguin', {
    ...{
      coat: '#2f3947',
      shade: '#1e2530',
      far: () => '',
      near: oval(32, 38, 17, 22),
      trunk: all(oval(32, 18, 12, 12), both(shape('M17 28L8 46L17 44Z'))),
    },
    behind: both(oval(25, 60, 6, 3))('#e8993a'),
    over: oval(32, 42, 11.5, 16)('#f5f2ea') + both(oval(28, 19, 4.5, 5))('#f5f2ea'),
    front: shape('M28.5 21H35.500L32 26Z')('#e8993a') + both(oval(28, 18, 1.5, 1.5))('#2c2430'),
  }),
  body('duck', {
    ...{
      coat: '#f0cf4f',
      shade: '#c6a42c',
      far: () => '',
      near: shape('M14 36Q30 30 44 34L60 27Q60 54 36 55Q14 54 14 36Z'),
      trunk: oval(21, 22, 11, 11),
    },
    behind: line('M31 53V60H26M39 53V60H34', 2.4)('#e08a34'),
    over: layer(shape('M28 39Q42 34 52 39Q44 50 34 48Q28 45 28 39Z'), '#f6dd77', '#c6a42c'),
    front: layer(shape('M12 22L2 26Q6 30 13 28Z'), '#e8933a', '#b96d22') + eye(19, 20),
  }),
  body('turtle', {
    ...{
      coat: '#8bb25c',
      shade: '#658a3b',
      far: legs([22, 44], 46, 6, 57),
      near: legs([28, 50], 46, 6.5, 57),
      trunk: all(oval(10, 36, 8, 7), shape('M12 40H58V48H16Z'), shape('M56 44L63 48L56 49Z')),
    },
    over:
      layer(shape('M17 45Q18 20 38 20Q58 20 59 45Z'), '#5f7f6a', '#435e4d') +
      line('M29 25L32 44M47 25L44 44M19 36H57', 1.8)('#87a58f'),
    front: eye(8, 34, 1.4),
  }),
];

/** The drawings, in the shape that the icon sets are read into, without their boxes. */
export const PAPER_CUTS = [...HEADS, ...BODIES];
