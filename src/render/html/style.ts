/** The page's style: light and dark by the reader's setting, one column on a phone, black on white on A4. */
export const STYLE = `
:root {
  --paper: #fff; --ink: #1d2129; --faint: #57606a; --line: #d0d7de; --panel: #f6f8fa; --link: #0b57a4;
  --series-1: #b6c2cf; --series-2: #b3261e; --series-3: #0b57a4;
  --done: #0b57a4; --green: #1a7037; --yellow: #7a5200; --red: #b3261e;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14171c; --ink: #e6e9ee; --faint: #a3adb8; --line: #3a424c; --panel: #1e232a; --link: #8ab8f0;
    --series-1: #4d5966; --series-2: #f2867e; --series-3: #8ab8f0;
    --done: #8ab8f0; --green: #6fd08c; --yellow: #e5b95c; --red: #f2867e;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: auto; -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto; max-width: 62rem; padding: 1rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.75 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
}
h1 { font-size: 1.6rem; line-height: 1.35; text-align: center; margin: .5rem 0; }
h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.05rem; margin: 1.25rem 0 .25rem; }
p { margin: .5rem 0; overflow-wrap: anywhere; }
main > p { text-indent: 2em; }
a { color: var(--link); }
.signature { text-align: center; text-indent: 0; width: fit-content; margin: 1.5rem 2rem 1.5rem auto; }
.mark { text-align: left; font-weight: 600; text-indent: 0; }
.facts { text-align: center; color: var(--faint); }
.facts span { display: inline-block; margin: 0 .5rem; }
main > .notice, .notice { text-indent: 0; border-left: .25rem solid var(--link); background: var(--panel); padding: .5rem .75rem; }
.notice.warning { border-color: var(--red); }
nav { margin: 1rem 0; }
nav summary { cursor: pointer; color: var(--link); }
nav ol { list-style: none; padding: 0; margin: .5rem 0; columns: 16rem; }
.cards { list-style: none; margin: 1.25rem 0; padding: 0; display: grid; gap: .75rem; grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); }
.cards li { display: flex; flex-direction: column; align-items: flex-start; gap: .1rem; padding: .75rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--panel); }
.cards .label { color: var(--faint); font-size: .9rem; }
.cards li > .figure { font-size: 1.35rem; font-weight: 600; line-height: 1.3; overflow-wrap: anywhere; }
.cards .goal { font-size: .85rem; color: var(--faint); }
button { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; text-align: inherit; }
.figure { word-break: keep-all; color: inherit; text-decoration: underline dotted var(--faint); text-underline-offset: .2em; }
.figure:hover { text-decoration-style: solid; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.light { font-weight: 600; white-space: nowrap; }
.light::before { content: ""; display: inline-block; width: .6em; height: .6em; margin-right: .3em; border-radius: 50%; background: currentColor; }
.light.done { color: var(--done); } .light.green { color: var(--green); } .light.yellow { color: var(--yellow); } .light.red { color: var(--red); }
meter { width: 4.5rem; height: .7rem; vertical-align: baseline; }
.chart { margin: 1rem 0; max-width: 40rem; }
.chart svg { width: 100%; height: auto; }
.chart figcaption { font-weight: 600; }
.table { margin: 1rem 0; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; line-height: 1.5; }
caption { text-align: left; font-weight: 600; padding: .25rem 0; }
th, td { border-bottom: 1px solid var(--line); padding: .35rem .5rem; text-align: left; vertical-align: top; font-weight: 400; min-width: 3.5rem; }
thead th { font-weight: 600; white-space: nowrap; background: var(--panel); }
tfoot th, tfoot td { font-weight: 600; border-top: 2px solid var(--line); }
.right { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.sort::after { content: ""; display: inline-block; width: 1em; text-align: right; }
th[aria-sort="ascending"] .sort::after { content: "↑"; }
th[aria-sort="descending"] .sort::after { content: "↓"; }
.filter { display: flex; gap: .5rem; align-items: center; font-size: .92rem; margin-bottom: .25rem; }
.filter input { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--faint); border-radius: .3rem; padding: .15rem .5rem; }
.note { color: var(--faint); font-size: .88rem; }
dialog { color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: .6rem; width: min(44rem, 94vw); max-height: 86vh; padding: 1rem; }
dialog::backdrop { background: rgb(0 0 0 / .45); }
dialog form { display: flex; justify-content: space-between; gap: 1rem; }
dialog h2 { margin: 0; border: 0; }
dialog .close { font-size: 1.2rem; padding: 0 .5rem; }
dialog .value { font-size: 1.6rem; font-weight: 600; margin: 0; }
dialog code { overflow-wrap: anywhere; }
dialog ul { margin: 0; padding-left: 1.25rem; }
@page { size: A4; margin: 20mm 18mm; }
@media print {
  :root { --paper: #fff; --ink: #000; --faint: #333; --line: #999; --panel: #fff; --link: #000; --series-1: #ccc; --series-2: #555; --series-3: #888; --done: #000; --green: #000; --yellow: #000; --red: #000; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  nav, .filter, dialog, .sort::after { display: none !important; }
  .figure { text-decoration: none; }
  .scroll { overflow: visible; }
  thead { display: table-header-group; }
  tfoot { display: table-row-group; }
  tr, .cards li, .chart { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  .sheet { font-size: 9pt; line-height: 1.25; }
  .sheet .cards { display: none; }
  .sheet table, .sheet figcaption { font-size: 9pt; margin-bottom: 2pt; }
  .sheet td, .sheet th { padding: 1pt 4pt; }
  .sheet .chart svg { max-height: 5cm; }
}
`;
