/** The summary as plain text to paste into an e-mail: lines of up to 76 columns, no marks. */

import type { Summary } from "../summary.ts";
import { type Block, type Fact, type Table, type Tick, isTable } from "./blocks.ts";
import { documentOf } from "./document.ts";

const WIDTH = 76;
const INDENT = "    ";
const BOXES = { done: "[x] ", open: "[ ] ", na: "[-] " };

/** Headings in capitals, items with a box, details indented under them. */
export function toText(summary: Summary): string {
  const { title, facts, chapters } = documentOf(summary);
  const parts = [wrapped(title, "", INDENT), about(facts, "")];
  for (const chapter of chapters) parts.push(`\n${chapter.heading.toUpperCase()}`, ...chapter.blocks.map(block));
  return `${parts.join("\n\n")}\n`;
}

function block(part: Block): string {
  switch (part.kind) {
    case "text": return wrapped(part.text, "", "");
    case "about": return about(part.about, "");
    case "list": return part.texts.map((text, place) => listed(text, part.numbered ? `${place + 1}.` : "")).join("\n");
    case "items": return part.items.map(item).join("\n\n");
    case "link": return `${wrapped(part.label, "", "")}:\n${part.url}`;
  }
}

function listed(text: string, number: string): string {
  const lead = number.padEnd(INDENT.length);
  return wrapped(text, lead, number ? " ".repeat(lead.length) : `${INDENT}  `);
}

function item(tick: Tick): string {
  const line = wrapped(`${tick.label}: ${tick.said}`, BOXES[tick.status], INDENT);
  return tick.about.length ? `${line}\n${about(tick.about, INDENT)}` : line;
}

function about(details: (Fact | Table)[], indent: string): string {
  return details.map((detail) => (isTable(detail) ? rows(detail, indent) : fact(detail, indent))).join("\n");
}

function fact({ label, words }: Fact, indent: string): string {
  return wrapped(`${label}: ${words}`, indent, `${indent}  `);
}

/** A table does not survive an e-mail: each row becomes a numbered line that names its columns. */
function rows({ label, columns, rows: all }: Table, indent: string): string {
  const inner = label ? `${indent}  ` : indent;
  const lines = all.map((cells, place) => {
    const said = columns.flatMap((column, index) => (cells[index] ? [`${column.label}: ${cells[index]}`] : []));
    return wrapped(said.join("; "), `${inner}${place + 1}. `, `${inner}   `);
  });
  return [...(label ? [`${indent}${label}:`] : []), ...lines].join("\n");
}

/** Wraps each line of a text between words; a word longer than a line keeps its length. */
function wrapped(text: string, first: string, rest: string): string {
  const lines: string[] = [];
  let lead = first;
  for (const paragraph of text.split("\n")) {
    let line = "";
    for (const word of paragraph.split(/ +/)) {
      if (line && lead.length + [...line].length + 1 + [...word].length > WIDTH) {
        lines.push(lead + line);
        lead = rest;
        line = word;
      } else {
        line = line ? `${line} ${word}` : word;
      }
    }
    lines.push(lead + line);
    lead = rest;
  }
  return lines.join("\n");
}
