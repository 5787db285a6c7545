/** A document as plain text to paste into an email: lines of up to 72 columns, no marks. */

import { wrapped } from "../text/wrap.ts";
import { widthOf } from "../text/width.ts";
import { type Block, type Document, type DocumentItem, type LabeledText, type Table, isTable, titleCells, titleOf } from "./document-types.ts";

const INDENT = "    ";
const BOXES = { done: "[x] ", open: "[ ] ", na: "[-] " };

/** The title block under each other, headings in capitals, items with a box, details indented under them. */
export function toText(document: Document): string {
  const parts = [wrapped(titleOf(document), "", INDENT), aligned(titleCells(document))];
  for (const chapter of document.chapters) parts.push(`\n${chapter.heading.toUpperCase()}`, ...chapter.blocks.map(blockOf));
  return `${parts.join("\n\n")}\n`;
}

/** Each label with its value after it, the values one below the other. */
function aligned(cells: LabeledText[]): string {
  const width = Math.max(...cells.map(({ label }) => widthOf(label))) + 2;
  const rest = " ".repeat(width);
  return cells.map(({ label, text }) => wrapped(text, `${label}:${" ".repeat(width - widthOf(label) - 1)}`, rest)).join("\n");
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case "text": return wrapped(block.text, "", "");
    case "details": return detailsOf(block.details, "");
    case "list": return block.texts.map((text, index) => listed(text, block.numbered ? `${index + 1}.` : "")).join("\n");
    case "items": return block.items.map(item).join("\n\n");
  }
}

function listed(text: string, number: string): string {
  const lead = number.padEnd(INDENT.length);
  return wrapped(text, lead, number ? " ".repeat(lead.length) : `${INDENT}  `);
}

function item(entry: DocumentItem): string {
  const line = wrapped(`${entry.label}: ${entry.statusLabel}`, BOXES[entry.status], INDENT);
  return entry.details.length ? `${line}\n${detailsOf(entry.details, INDENT)}` : line;
}

function detailsOf(details: (LabeledText | Table)[], indent: string): string {
  return details.map((detail) => (isTable(detail) ? rows(detail, indent) : labeled(detail, indent))).join("\n");
}

function labeled({ label, text }: LabeledText, indent: string): string {
  return wrapped(`${label}: ${text}`, indent, `${indent}  `);
}

/** A table does not survive an email: each row becomes a numbered line that names its columns. */
function rows({ label, columns, rows: all }: Table, indent: string): string {
  const inner = label ? `${indent}  ` : indent;
  const lines = all.map((cells, index) => {
    const filled = columns.flatMap((column, index) => (cells[index] ? [`${column.label}: ${cells[index]}`] : []));
    return wrapped(filled.join("; "), `${inner}${index + 1}. `, `${inner}   `);
  });
  return [...(label ? [wrapped(`${label}:`, indent, `${indent}  `)] : []), ...lines].join("\n");
}
