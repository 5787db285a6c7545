/** A document as one HTML file to print or to keep: no script, nothing loaded, readable in black and white. */

import { type Block, type Chapter, type Document, type DocumentItem, type LabeledText, type Table, NOT_GIVEN, isNumeric, isTable, titleOf } from "./document-types.ts";
import { widthOf } from "../text/width.ts";
import { STYLE } from "./html-style.ts";
import { type Markup, element, escaped, lines, serialized } from "./markup.ts";

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The characters that the columns of a table share on a sheet, so that only a word too long for its share is broken. */
const SHEET = 90;
/** A column of cells no wider than this breaks none of them: an id such as CD-1 would break at its hyphen. */
const SHORT = 10;

// A character survives a printer that leaves backgrounds and form controls out.
const BOXES = {
  done: { sign: "☑", name: "ticked" },
  open: { sign: "☐", name: "not ticked" },
  na: { sign: "–", name: "no box" },
};

/** A whole page. */
export function toHtml(document: Document): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(titleOf(document))}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${mainOf(document).map(serialized).join("")}
</main>
</body>
</html>
`;
}

/** What is in the page's `main`: a table of one cell, since a table's head is what every browser repeats on each sheet. */
export function mainOf({ running, kind, date, titleBlock, chapters }: Document): Markup[] {
  const header = element("header", {}, element("h1", {}, kind), element("p", { class: "date" }, date));
  const title = element("div", { class: "title-block" }, "\n", ...lines(titleBlock.map(titleRow)), "\n");
  const cell = element("td", {}, "\n", header, "\n", title, "\n", ...lines(chapters.map(chapter)), "\n");
  const head = element("thead", { "aria-hidden": "true" }, element("tr", {}, element("td", {}, element("p", {}, running))));
  return [element("table", { class: "sheet", role: "presentation" }, "\n", head, "\n", element("tbody", {}, element("tr", {}, cell)), "\n")];
}

/** A row of the title block; a cell that says nothing is told apart by more than its words. */
function titleRow(cells: LabeledText[]): Markup {
  return element("dl", {}, ...cells.map(({ label, text }) => element("div", {}, element("dt", {}, label),
    text ? element("dd", { dir: "auto" }, text) : element("dd", { class: "blank" }, NOT_GIVEN))));
}

function chapter({ heading, blocks }: Chapter): Markup {
  return element("section", {}, "\n", element("h2", {}, heading), ...blocks.flatMap((block) => ["\n", ...lines(blockOf(block))]), "\n");
}

function blockOf(block: Block): Markup[] {
  switch (block.kind) {
    case "text": return [element("p", {}, block.strong ? element("strong", {}, block.text) : block.text)];
    case "details": return detailsOf(block.details);
    case "list": return [element(block.numbered ? "ol" : "ul", {}, "\n", ...lines(block.texts.map((text) => element("li", {}, text))), "\n")];
    case "items": return [element("ul", { class: "items" }, "\n", ...lines(block.items.map(item)), "\n")];
  }
}

function item({ status, label, statusLabel, details }: DocumentItem): Markup {
  const box = BOXES[status];
  const tick = element("span", { class: "tick", role: "img", "aria-label": box.name }, box.sign);
  return element("li", {}, element("p", {}, tick, " ", element("strong", {}, `${label}:`), ` ${statusLabel}`), "\n", ...lines(detailsOf(details)));
}

/** Values that follow each other share one list; tables stand between. */
function detailsOf(details: (LabeledText | Table)[]): Markup[] {
  const parts: Markup[] = [];
  let values: Markup[] = [];
  const close = (): void => {
    if (values.length) parts.push(element("dl", {}, "\n", ...lines(values), "\n"));
    values = [];
  };
  for (const detail of details) {
    if (isTable(detail)) {
      close();
      parts.push(table(detail));
    } else {
      values.push(element("div", {}, element("dt", {}, detail.label), element("dd", { dir: "auto" }, detail.text)));
    }
  }
  close();
  return parts;
}

function table({ label, columns, rows }: Table): Markup {
  const share = SHEET / columns.length;
  const looks = columns.map((column, index): Record<string, string> => {
    if (isNumeric(column)) return { class: "number" };
    if (column.kind === "date") return { class: "short" };
    const cells = rows.map((row) => row[index]!);
    if (longestWord([column.label, ...cells]) > Math.max(SHORT, share)) return { class: "long" };
    return cells.every((cell) => widthOf(cell) <= Math.min(SHORT, share)) ? { class: "short" } : {};
  });
  const head = columns.map((column, index) => element("th", { scope: "col", ...looks[index] }, column.label));
  const body = rows.map((cells) => element("tr", {}, ...cells.map((text, index) => index === 0
    ? element("th", { scope: "row", ...looks[index], dir: "auto" }, text)
    : element("td", { ...looks[index], dir: "auto" }, text))));
  return element("table", { class: "rows" }, "\n", ...lines([
    ...(label ? [element("caption", {}, label)] : []),
    element("thead", {}, element("tr", {}, ...head)),
    element("tbody", {}, "\n", ...lines(body), "\n"),
  ]), "\n");
}

function longestWord(texts: string[]): number {
  // One by one: a call takes no hundred thousand arguments.
  return texts.reduce((longest, text) => text.split(/\s+/).reduce((most, word) => Math.max(most, widthOf(word)), longest), 0);
}
