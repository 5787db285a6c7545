/** The summary as CSV: RFC 4180, every cell quoted, and none that a spreadsheet would run as a formula. */

import type { Summary } from "../summary/summary.ts";
import { tableRows } from "./table-rows.ts";

const COLUMNS = ["list", "item", "status", "detail", "value", "unit", "note"] as const;

// Full-width and small forms count: some spreadsheets read them as the plain sign. So do characters that do not show.
const FORMULA =
  /^[\s\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE62\uFE63\uFE66\uFE6B]/u;

// "+0.02" is no plain number: as one it would lose its sign, which on a limit says something.
const PLAIN_NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;

/** UTF-8 with a byte order mark and CRLF; the columns are public: spreadsheets and scripts read them by name. */
export function toCsv(summary: Summary): string {
  const lines = tableRows(summary).map((line) => COLUMNS.map((column) => line[column]));
  return `\uFEFF${[COLUMNS, ...lines].map((cells) => `${cells.map(quoted).join(",")}\r\n`).join("")}`;
}

/** A cell in quotes; what would run in it has an apostrophe in front. */
function quoted(cell: string | number): string {
  return `"${harmless(String(cell)).replaceAll('"', '""')}"`;
}

/** Text of which no part runs, even where another sign than the comma parts the cells that a spreadsheet makes of it. */
function harmless(text: string): string {
  if (PLAIN_NUMBER.test(text)) return text;
  const [first, ...rest] = text.split(/([;,|\t])/);
  const parts = rest.map((part) => (runs(part) ? part.replace(/^\s*/, "$&'") : part));
  // At its start a number with more behind it is none.
  return [FORMULA.test(first!) ? `'${first}` : first, ...parts].join("");
}

function runs(part: string): boolean {
  return FORMULA.test(part) && !PLAIN_NUMBER.test(part.trim());
}
