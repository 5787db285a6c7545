/** A document as Markdown (CommonMark with GitHub's tables and all). */

import { type Block, type Document, type DocumentItem, type LabeledText, type Table, isNumeric, isTable, titleCells, titleOf } from "./document-types.ts";
import { escaped, escapedStart } from "../text/markdown.ts";

// Four spaces nest a list under an item in every dialect.
const NEST = "    ";

const BOXES = { done: "- [x] ", open: "- [ ] ", na: "- " };

/** A document to read as it is or rendered; nothing a reader typed can act as Markdown or HTML. */
export function toMarkdown(document: Document): string {
  const parts = [`# ${escaped(titleOf(document))}`, titleBlock(titleCells(document))];
  for (const chapter of document.chapters) parts.push(`## ${escaped(chapter.heading)}`, ...chapter.blocks.map(blockOf));
  return `${parts.join("\n\n")}\n`;
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case "text": return block.strong ? `**${escaped(block.text)}**` : escapedStart(block.text);
    case "details": return detailsOf(block.details, "");
    case "list":
      return block.texts.map((text, index) => `${block.numbered ? `${index + 1}.` : "-"} ${escapedStart(text)}`).join("\n");
    case "items": return items(block.items);
  }
}

function titleBlock(cells: LabeledText[]): string {
  return table({ label: "", columns: ["Title block", ""].map((label) => ({ label, kind: "text" as const })), rows: cells.map(({ label, text }) => [label, text]) });
}

function items(all: DocumentItem[]): string {
  return all.map((item) => {
    const line = `${BOXES[item.status]}**${escaped(item.label)}:** ${escaped(item.statusLabel)}`;
    return item.details.length ? `${line}\n${detailsOf(item.details, NEST)}` : line;
  }).join("\n\n");
}

/** Facts as a list, each table as one under its name. */
function detailsOf(details: (LabeledText | Table)[], indent: string): string {
  let text = "";
  let before: LabeledText | Table | null = null;
  for (const detail of details) {
    if (before) text += isTable(before) || isTable(detail) ? "\n\n" : "\n";
    text += isTable(detail) ? table(detail) : labeled(detail, indent);
    before = detail;
  }
  return text;
}

function labeled({ label, text }: LabeledText, indent: string): string {
  const [first, ...more] = text.split("\n");
  return `${indent}- ${escaped(label)}: ${[escaped(first!), ...more.map(escapedStart)].join(`\\\n${indent}  `)}`;
}

function table({ label, columns, rows }: Table): string {
  const row = (cells: string[]): string => `| ${cells.join(" | ")} |`;
  // A cell has one line; <br> would do, but where HTML is refused it leaves words run together.
  const cell = (text: string): string => escaped(text.replaceAll("\n", " / "));
  return [
    ...(label ? [`${escaped(label)}:`, ""] : []),
    row(columns.map((column) => cell(column.label))),
    row(columns.map((column) => (isNumeric(column) ? "---:" : "---"))),
    ...rows.map((cells) => row(cells.map(cell))),
  ].join("\n");
}
