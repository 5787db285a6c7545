/** How the print document looks; system fonts and black ink, since nothing may be loaded. */

/** A style sheet without any value of a reader in it. */
export const STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body {
  margin: 0; background: #fff; color: #000;
  font: 11pt/1.45 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
main { max-width: 190mm; margin: 0 auto; padding: 8mm; overflow-wrap: anywhere; }
header { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 1mm 6mm; margin: 0 0 3mm; }
header p { margin: 0; font-variant-numeric: tabular-nums; }
h1 { font-size: 18pt; line-height: 1.2; margin: 0; }
h2 { font-size: 12pt; line-height: 1.3; margin: 6mm 0 1.5mm; padding-top: 1.5mm; border-top: 1pt solid #000; }
/* The lines between cells lie on each other; a row whose cells do not fit beside each other goes on below. */
.title-block { border: 1.2pt solid #000; overflow: hidden; }
.title-block dl { display: flex; flex-wrap: wrap; margin: 0; }
.title-block dl > div { display: block; flex: 1 1 auto; min-width: 30mm; max-width: 100%; padding: 1.2mm 2.5mm 1.5mm; border: 0 solid #666; border-width: 0.6pt 0 0 0.6pt; margin: -0.6pt 0 0 -0.6pt; }
.title-block dt { font-size: 8pt; line-height: 1.3; }
.title-block dd { font-weight: 600; line-height: 1.35; }
.title-block dl:first-child dd { font-size: 13pt; }
.title-block .blank { font-weight: 400; font-style: italic; color: #444; }
p { margin: 0 0 2mm; }
ul, ol { margin: 0 0 2mm; padding-left: 7mm; }
ol li { margin-bottom: 1mm; }
.items { list-style: none; padding: 0; }
.items > li { position: relative; padding: 0 0 2mm 8mm; }
.items > li > p { margin: 0 0 1mm; }
.tick {
  position: absolute; left: 0;
  font: 14pt/1.1 "DejaVu Sans", "Segoe UI Symbol", "Apple Symbols", "Noto Sans Symbols 2", sans-serif;
}
dl { margin: 0 0 2mm; }
section dl div { display: grid; grid-template-columns: minmax(30mm, 45mm) 1fr; gap: 3mm; padding: 0.4mm 0; }
dt { color: #333; }
dd { margin: 0; white-space: pre-line; }
.sheet { width: 100%; border-collapse: collapse; table-layout: fixed; }
.sheet > * > tr > td { padding: 0; }
.sheet > thead { display: none; }
.rows { width: 100%; border-collapse: collapse; margin: 1mm 0 3mm; font-size: 9.5pt; overflow-wrap: break-word; }
.rows caption { text-align: left; color: #333; padding-bottom: 0.5mm; }
.rows th, .rows td {
  border: 0.5pt solid #555; padding: 0.8mm 1.5mm; text-align: start; vertical-align: top; white-space: pre-line;
}
.rows th { font-weight: 600; }
.rows tbody th { font-weight: 400; }
/* A digest or a file name is wider than its share of a sheet: it breaks anywhere, and leaves room for a common word. */
.rows .long { overflow-wrap: anywhere; min-width: 24mm; }
.rows .number { text-align: right; font-variant-numeric: tabular-nums; }
/* A date or an id is not broken at a hyphen. */
.rows tbody .short { white-space: nowrap; }
@media screen and (max-width: 50em) { .rows { display: block; overflow-x: auto; } }
@media (max-width: 30em) {
  main { padding: 4mm; }
  section dl div { grid-template-columns: 1fr; gap: 0; }
}
@page {
  margin: 14mm 15mm 16mm;
  @bottom-right { content: counter(page) " / " counter(pages); font: 9pt system-ui, sans-serif; }
}
@media print {
  body { font-size: 10pt; }
  main { max-width: none; margin: 0; padding: 0; }
  .sheet > thead { display: table-header-group; font-size: 9pt; }
  .sheet > thead td { padding-bottom: 3mm; }
  .sheet > thead p { margin: 0; padding-bottom: 1mm; border-bottom: 0.5pt solid #555; }
  h1, h2, caption, h2 + p:not(:last-child) { break-after: avoid; }
  .items > li > p { break-after: avoid; }
  .title-block, li, dl div, tr, .rows { break-inside: avoid; }
  .sheet > tbody > tr { break-inside: auto; }
  p { orphans: 3; widows: 3; }
}
`;
