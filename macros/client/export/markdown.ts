/** The summary as Markdown (CommonMark with GitHub's tables and ticks). */

import type { Summary } from "../summary.ts";
import { type Block, type Fact, type Table, type Tick, isNumeric, isTable } from "./blocks.ts";
import { documentOf } from "./document.ts";

// Four spaces nest a list under an item in every dialect.
const NEST = "    ";

const BOXES = { done: "- [x] ", open: "- [ ] ", na: "- " };

/** A document to read as it is or rendered; nothing a reader typed can act as Markdown or HTML. */
export function toMarkdown(summary: Summary): string {
  const { title, facts, chapters } = documentOf(summary);
  const parts = [`# ${escaped(title)}`, about(facts, "")];
  for (const chapter of chapters) parts.push(`## ${escaped(chapter.heading)}`, ...chapter.blocks.map(block));
  return `${parts.join("\n\n")}\n`;
}

function block(part: Block): string {
  switch (part.kind) {
    case "text": return part.strong ? `**${escaped(part.text)}**` : start(part.text);
    case "about": return about(part.about, "");
    case "list":
      return part.texts.map((text, place) => `${part.numbered ? `${place + 1}.` : "-"} ${start(text)}`).join("\n");
    case "items": return items(part.items);
    case "link": return `[${escaped(part.label)}](<${part.url}>)`;
  }
}

/** Items with nothing under them stand close; a table needs room around it. */
function items(ticks: Tick[]): string {
  return ticks.map((tick) => {
    const line = `${BOXES[tick.status]}**${escaped(tick.label)}:** ${escaped(tick.said)}`;
    return tick.about.length ? `${line}\n${isTable(tick.about[0]!) ? "\n" : ""}${about(tick.about, NEST)}` : line;
  }).join("\n\n");
}

/** Facts as a list, each table as one under its name. */
function about(details: (Fact | Table)[], indent: string): string {
  let text = "";
  let before: Fact | Table | null = null;
  for (const detail of details) {
    if (before) text += isTable(before) || isTable(detail) ? "\n\n" : "\n";
    text += isTable(detail) ? table(detail, indent) : fact(detail, indent);
    before = detail;
  }
  return text;
}

function fact({ label, words }: Fact, indent: string): string {
  const [first, ...more] = words.split("\n");
  return `${indent}- ${escaped(label)}: ${[escaped(first!), ...more.map(start)].join(`\\\n${indent}  `)}`;
}

function table({ label, columns, rows }: Table, indent: string): string {
  const row = (cells: string[]): string => `${indent}| ${cells.join(" | ")} |`;
  // A cell has one line; <br> would do, but where HTML is refused it leaves words run together.
  const cell = (text: string): string => escaped(text.replaceAll("\n", " / "));
  return [
    ...(label ? [`${indent}${escaped(label)}:`, ""] : []),
    row(columns.map((column) => cell(column.label))),
    row(columns.map((column) => (isNumeric(column) ? "---:" : "---"))),
    ...rows.map((cells) => row(cells.map(cell))),
  ].join("\n");
}

/** Text at the start of a line, where more marks mean something. */
export function start(text: string): string {
  return escaped(text).replace(/^[-+=>:]/, "\\$&").replace(/^(\d{1,9})([.)])/, "$1\\$2");
}

/** Text with every mark of Markdown made plain, as few others as possible, so that it stays readable unrendered. */
export function escaped(text: string): string {
  return text
    .replace(/[\\`*[\]{}|~#$]/g, "\\$&")
    // Python-Markdown knows no backslash before these, and any dialect knows the entity.
    .replace(/&(?=#?\w+;)/g, "&amp;")
    .replaceAll("<", "&lt;")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/=(?==)/g, "\\=")
    // GitHub makes links of bare addresses, and pictures of :words:.
    .replace(/:(?=\/\/|[a-z+-][\w+-]*:)/gi, "\\:")
    .replace(/\bwww\./gi, (prefix) => `${prefix.slice(0, 3)}\\.`);
}
