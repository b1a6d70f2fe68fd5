/** The style sheet of every report. It is a constant, so that the page's policy can name its hash. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #fdfcfa; --card: #f6f4ef; --ink: #1d1c1a; --muted: #5d5a54; --rule: #e0dcd3;
  --accent: #0067a3; --accent-soft: #b9d9ee; --warning: #8a5a00; --warning-soft: #fbf1dc; --leak: #b23c06; --right: #00755b; --leak-soft: #fcebe3;
  --info-soft: #e9f2f8;
  --serif: 'Iowan Old Style', 'Palatino Linotype', Palatino, 'URW Palladio L', 'Book Antiqua', Charter, Georgia, 'Liberation Serif', serif;
  --sans: system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif;
  --mono: ui-monospace, 'SF Mono', SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #181a1c; --card: #212427; --ink: #eceae5; --muted: #a9a59d; --rule: #363a3e;
    --accent: #6cbdf0; --accent-soft: #27506b; --warning: #e6b422; --warning-soft: #2e2918; --leak: #ff9a66; --right: #2bc59b; --leak-soft: #35241c;
    --info-soft: #1e2b34;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.6 var(--sans); overflow-wrap: break-word; }
h1, h2, h3, h4, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
h1, h2, h3 { text-wrap: balance; font-family: var(--serif); font-weight: 600; }
img { max-width: 100%; height: auto; }
a { color: var(--accent); text-underline-offset: .15em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--paper); }
.hero, .page, body > footer { max-width: 46rem; margin: 0 auto; padding: 0 1.25rem; }

.hero { padding-top: clamp(2rem, 7vw, 4.5rem); }
.kicker { color: var(--accent); font-size: .8125rem; font-weight: 600; letter-spacing: .08em; text-transform: uppercase; }
h1 { margin-top: .35rem; font-size: clamp(2rem, 1.3rem + 3.2vw, 3.25rem); line-height: 1.08; letter-spacing: -.015em; }
.subtitle { margin-top: .6rem; color: var(--muted); font: 1.1875rem/1.45 var(--serif); }
.headline { display: grid; grid-template-columns: auto 1fr; gap: .5rem 2.5rem; align-items: center; margin: 2rem 0; padding: 1.5rem 0; border: solid var(--rule); border-width: 1px 0; }
.headline .label { display: block; max-width: 16rem; color: var(--muted); font-size: .875rem; line-height: 1.35; }
.headline .big { font: 600 clamp(3.5rem, 2.6rem + 4.5vw, 5.5rem)/1 var(--serif); letter-spacing: -.03em; font-variant-numeric: lining-nums; }
.where { min-width: 0; font-size: .875rem; line-height: 1.5; color: var(--muted); }
.where b { color: var(--ink); font-weight: 600; font-variant-numeric: tabular-nums; }
.strip { display: block; width: 100%; overflow: visible; }
.strip .track { stroke: var(--rule); stroke-width: 2; }
.strip .range { fill: var(--accent-soft); }
.strip .value { fill: var(--accent); stroke: var(--paper); stroke-width: 2; }
.strip .reference { stroke: var(--muted); stroke-width: 1.5; stroke-dasharray: 2 3; }
.ends { display: flex; justify-content: space-between; margin-bottom: .5rem; font-size: .75rem; }
.lead { margin: 1.75rem 0; font: 1.25rem/1.55 var(--serif); text-wrap: pretty; }
.lead p + p { margin-top: .75rem; }

.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); gap: 1rem 1.5rem; margin: 1.75rem 0; }
.facts dt, .settings dt { color: var(--muted); font-size: .8125rem; line-height: 1.4; }
.facts dd { font-weight: 600; line-height: 1.4; font-variant-numeric: tabular-nums; }

.notice { margin: 1.25rem 0; padding: .8rem 1rem; border-left: 4px solid var(--accent); border-radius: 0 4px 4px 0; background: var(--info-soft); font-size: .9375rem; }
.notice p { margin: 0; }
.notice .level { margin-right: .6em; color: var(--accent); font-size: .75rem; font-weight: 700; letter-spacing: .06em; text-transform: uppercase; }
.notice.warning { border-color: var(--warning); background: var(--warning-soft); }
.notice.warning .level { color: var(--warning); }
.notice.leak { border-color: var(--leak); background: var(--leak-soft); }
.notice.leak .level { color: var(--leak); }

nav { margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid var(--rule); font-size: .9375rem; }
nav p { color: var(--muted); font-size: .8125rem; }
nav ol { list-style: none; columns: 2 14rem; column-gap: 2rem; }
nav a { display: inline-block; padding: .2rem 0; color: inherit; text-decoration-color: var(--rule); }
nav a:hover { text-decoration-color: currentcolor; }

section { padding-top: 3.25rem; scroll-margin-top: 0; }
h2 { font-size: clamp(1.5rem, 1.25rem + 1.1vw, 2rem); line-height: 1.15; letter-spacing: -.01em; }
.section-lead { margin-top: .5rem; font: 1.1875rem/1.5 var(--serif); color: var(--muted); text-wrap: pretty; }
h3 { margin: 2.25rem 0 .25rem; font-size: 1.25rem; line-height: 1.3; }
main > section > p { margin: .9rem 0; text-wrap: pretty; }
.list { margin: .9rem 0; padding-left: 1.25rem; }
.list li { margin: .3rem 0; }

figure, .scroll { margin: 2rem 0; }
figcaption, caption { text-align: start; line-height: 1.4; }
figcaption strong, caption strong { display: block; font-weight: 650; }
.reading { display: block; color: var(--muted); font-size: .875rem; }
figcaption { margin-bottom: .9rem; }
picture, picture img { display: block; }
.paper { padding: .5rem; border-radius: 4px; background: #fff; overflow: hidden; }
.row { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr)); gap: 0 2rem; }
.thumbs { display: grid; grid-template-columns: repeat(auto-fill, minmax(5rem, 1fr)); gap: .75rem; list-style: none; }
.thumbs li { min-width: 0; overflow-wrap: anywhere; }
.thumbs img { display: block; width: 100%; border-radius: 3px; background: var(--card); }
.thumbs .tiny { image-rendering: pixelated; }
.thumbs span { display: block; margin-top: .25rem; color: var(--muted); font-size: .75rem; line-height: 1.35; }
.thumbs .right img { outline: 3px solid var(--right); }
.thumbs .wrong img { outline: 3px solid var(--leak); }
.thumbs .right, .thumbs .wrong { padding: 3px; }
@media print, (min-width: 700px) {
  ${Array.from({ length: 10 }, (_, i) => `.columns-${i + 1} { grid-template-columns: repeat(${i + 1}, minmax(0, ${i < 4 ? '11rem' : '1fr'})); }`).join('\n  ')}
}

.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .9375rem; line-height: 1.4; font-variant-numeric: tabular-nums; }
caption { padding-bottom: .75rem; }
th, td { padding: .5rem .75rem; border-bottom: 1px solid var(--rule); text-align: start; vertical-align: baseline; }
th:first-child, td:first-child { padding-left: 0; }
th:last-child, td:last-child { padding-right: 0; overflow-wrap: anywhere; }
thead th { border-bottom: 1.5px solid var(--ink); color: var(--muted); font-size: .8125rem; font-weight: 500; vertical-align: bottom; }
tbody th { font-weight: 500; min-width: 8rem; }
.end { text-align: end; white-space: nowrap; }
.center { text-align: center; }
tr.best th, tr.best td { font-weight: 700; }
.mark { margin-left: .3em; padding: .1em .45em; border-radius: 3px; background: var(--accent-soft); color: var(--ink); font-size: .75rem; font-weight: 600; }
.interval { margin-left: .35em; color: var(--muted); font-size: .8125rem; font-weight: 400; }

.settings { margin: 1.5rem 0; padding: .9rem 1rem; border-radius: 4px; background: var(--card); }
.settings h4 { margin-bottom: .4rem; font-size: .8125rem; font-weight: 600; }
.settings dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(8rem, 1fr)); gap: .5rem 1rem; }
.settings dd { font: .8125rem/1.45 var(--mono); }
.code { margin: 1.5rem 0; }
.code .scroll { margin: 0; padding: .8rem 1rem; border-radius: 4px; background: var(--card); }
.code .code-title { margin: 0 0 .35rem; color: var(--muted); font-size: .8125rem; }
pre { margin: 0; }
code { font: .8125rem/1.55 var(--mono); }
body > footer { margin-top: 4rem; padding-bottom: 3rem; }
footer p { padding-top: 1rem; border-top: 1px solid var(--rule); color: var(--muted); font-size: .8125rem; }

@media screen and (max-width: 699px) {
  .headline { grid-template-columns: 1fr; }
  .lead { font-size: 1.125rem; }
  th, td { padding: .45rem .5rem; }
  tbody th { min-width: 6.5rem; }
  .interval { display: block; margin: 0; }
}
@media screen and (min-width: 1100px) {
  .hero, body > footer { max-width: 65rem; }
  .hero > * { max-width: 48rem; }
  .hero > .headline, .hero > .facts { max-width: none; }
  .page { display: grid; grid-template-columns: 13rem minmax(0, 46rem); justify-content: space-between; max-width: 65rem; }
  main { grid-column: 2; }
  nav { position: sticky; top: 1.5rem; align-self: start; max-height: calc(100vh - 3rem); margin-top: 3.25rem; padding-top: .4rem; overflow-y: auto; border-top: 0; }
  nav ol { margin-top: .25rem; columns: auto; }
}
@media print {
  @page { margin: 18mm 16mm; }
  :root { color-scheme: light; --paper: #fff; }
  body { font-size: 10pt; }
  .hero, .page, body > footer { max-width: none; padding-left: 0; padding-right: 0; }
  .hero { padding-top: 0; }
  nav, .skip { display: none; }
  section { padding-top: 1.75rem; }
  h2, h3, h4, figcaption, caption, .section-lead { break-after: avoid; }
  figure, .headline, .notice, .settings, tr, li { break-inside: avoid; }
  .scroll { overflow: visible; }
  pre { white-space: pre-wrap; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
