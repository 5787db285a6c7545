/** How a workbook prints and filters: what the library that writes it has no option for. */

import type { Feature, Sheet } from "write-excel-file/universal";

/** How much more than a page may be made to fit on one, and the points of a page's height without its margins. */
const SQUEEZED = 1.3;
const PAGE = 490;

/** Every sheet one page wide, its first row on each page and with a filter; the foot says what it is of. */
export function pages(sheets: Sheet<Blob>[], running: string): Feature<Blob> {
  const ranges = sheets.map(({ data }) => `A1:${letters(data[0]!.length)}${data.length}`);
  const fits = sheets.map(({ data }) => heightOf(data) <= PAGE * SQUEEZED);
  // A foot has marks of its own, which begin with "&".
  const foot = `&amp;L${escaped(running.slice(0, 120).replaceAll("&", "&&"))}&amp;R&amp;P / &amp;N`;
  return { files: { transform: {
    "xl/worksheets/sheet{id}.xml": { transform: (xml, _, { sheetIndex }) => xml
      .replace("<sheetViews>", '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
      .replace("</sheetData>", () => `</sheetData><autoFilter ref="${ranges[sheetIndex]!}"/>`)
      .replace(/<pageMargins[^>]*\/>/, '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>')
      .replace(/<pageSetup[^>]*\/>/, () => `<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="${fits[sheetIndex] ? 1 : 0}"/><headerFooter><oddFooter>${foot}</oddFooter></headerFooter>`) },
    "xl/workbook.xml": { transform: (xml) => xml.replace("<definedNames/>", () => `<definedNames>${sheets.map(({ sheet }, index) => namesOf(sheet!, index, ranges[index]!)).join("")}</definedNames>`) },
  } } };
}

/** Each sheet repeats its first row, and keeps the range of its filter under a name. */
function namesOf(sheet: string, index: number, range: string): string {
  const quoted = `'${escaped(sheet.replaceAll("'", "''"))}'`;
  const absolute = range.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
  return `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${quoted}!${absolute}</definedName>` +
    `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${quoted}!$1:$1</definedName>`;
}

function heightOf(data: Sheet<Blob>["data"]): number {
  return data.reduce((sum, row) => sum + (row.map((each) => (each as { height?: number } | null)?.height).find((height) => height !== undefined) ?? 0), 0);
}

function letters(column: number): string {
  return column > 26 ? letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1) : String.fromCharCode(64 + column);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
