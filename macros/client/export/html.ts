/** The summary as one HTML file to print or to keep: no script, nothing loaded, readable in black and white. */

import type { Summary } from "../summary.ts";
import { type Block, type Chapter, type Fact, type Table, type Tick, isNumeric, isTable } from "./blocks.ts";
import { documentOf } from "./document.ts";
import { STYLE } from "./html-style.ts";

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

// A character survives a printer that leaves backgrounds and form controls out.
const BOXES = {
  done: { sign: "☑", name: "ticked" },
  open: { sign: "☐", name: "not ticked" },
  na: { sign: "–", name: "no box" },
};

/** A whole page. Its body is the one cell of a table: a table's head is what every browser repeats on each sheet. */
export function toHtml(summary: Summary): string {
  const { title, running, facts, chapters } = documentOf(summary);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<table class="sheet" role="presentation">
<thead aria-hidden="true"><tr><td><p>${escaped(running)}</p></td></tr></thead>
<tbody><tr><td>
<h1 dir="auto">${escaped(title)}</h1>
${about(facts)}
${chapters.map(chapter).join("\n")}
</td></tr></tbody>
</table>
</main>
</body>
</html>
`;
}

function chapter({ heading, blocks }: Chapter): string {
  return `<section>\n<h2>${escaped(heading)}</h2>\n${blocks.map(block).join("\n")}\n</section>`;
}

function block(part: Block): string {
  switch (part.kind) {
    case "text": return `<p>${part.strong ? `<strong>${escaped(part.text)}</strong>` : escaped(part.text)}</p>`;
    case "about": return about(part.about);
    case "list": {
      const tag = part.numbered ? "ol" : "ul";
      return `<${tag}>\n${part.texts.map((text) => `<li>${escaped(text)}</li>`).join("\n")}\n</${tag}>`;
    }
    case "items": return `<ul class="items">\n${part.items.map(item).join("\n")}\n</ul>`;
    case "link": {
      const url = escaped(part.url);
      const link = `<a href="${url}" rel="noopener noreferrer">${escaped(part.label)}</a>`;
      return `<p>${link} <span class="url">${url}</span></p>`;
    }
  }
}

function item({ status, label, said, about: details }: Tick): string {
  const box = BOXES[status];
  const tick = `<span class="tick" role="img" aria-label="${box.name}">${box.sign}</span>`;
  // An item with tables may be longer than a page: it may break between them.
  const long = details.some(isTable) ? ' class="long"' : "";
  return `<li${long}><p>${tick} <strong>${escaped(label)}:</strong> ${escaped(said)}</p>\n${about(details)}</li>`;
}

/** Facts that follow each other share one list; tables stand between. */
function about(details: (Fact | Table)[]): string {
  const parts: string[] = [];
  let facts: string[] = [];
  const close = (): void => {
    if (facts.length) parts.push(`<dl>\n${facts.join("\n")}\n</dl>`);
    facts = [];
  };
  for (const detail of details) {
    if (isTable(detail)) {
      close();
      parts.push(table(detail));
    } else {
      facts.push(`<div><dt>${escaped(detail.label)}</dt><dd dir="auto">${escaped(detail.words)}</dd></div>`);
    }
  }
  close();
  return parts.join("\n");
}

function table({ label, columns, rows }: Table): string {
  const looks = columns.map((column) => {
    if (isNumeric(column)) return ' class="number"';
    return column.kind === "date" ? ' class="date"' : "";
  });
  const head = columns.map((column, place) => `<th scope="col"${looks[place]}>${escaped(column.label)}</th>`);
  const body = rows.map((cells) => {
    const parts = cells.map((text, place) => {
      const [tag, scope] = place === 0 ? ["th", ' scope="row"'] : ["td", ""];
      return `<${tag}${scope}${looks[place]} dir="auto">${escaped(text)}</${tag}>`;
    });
    return `<tr>${parts.join("")}</tr>`;
  });
  const caption = label ? `\n<caption>${escaped(label)}</caption>` : "";
  const parts = `<thead><tr>${head.join("")}</tr></thead>\n<tbody>\n${body.join("\n")}\n</tbody>`;
  return `<table class="rows">${caption}\n${parts}\n</table>`;
}

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => ENTITIES[mark as keyof typeof ENTITIES]);
}
