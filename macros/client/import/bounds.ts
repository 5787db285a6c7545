/** What is too much for a record, told by counting alone: nothing of it is looked at before. */

import { MAX_ANSWERS, MAX_BUILDS, MAX_CELLS, MAX_EVIDENCE, MAX_FILES, MAX_FINDINGS, MAX_ROWS, MAX_TEXT_TOGETHER, MAX_VALUES } from "../record/formats.ts";
import { formatPath } from "./schema-errors.ts";

type Unknowns = Record<string, unknown>;

/** Where there is too much of something, and of what; undefined for what is within the bounds, whatever it is. */
export function beyondBounds(found: object): string | undefined {
  const { levels, builds, files } = found as Unknowns;
  return tooMany(["levels"], levels, MAX_VALUES) ?? tooMany(["builds"], builds, MAX_BUILDS) ?? tooMany(["files"], files, MAX_FILES) ??
    beyondInState(found as Unknowns, []) ??
    firstOf(builds, (build, index) => beyondInState(build, ["builds", index])) ??
    firstOf(files, (file, index) => beyondInFile(file, ["files", index]));
}

function beyondInState({ values, answers, na, unconfirmed }: Unknowns, path: string[]): string | undefined {
  return tooMany([...path, "values"], values, MAX_VALUES) ?? tooMany([...path, "answers"], answers, MAX_ANSWERS) ??
    tooMany([...path, "na"], na, MAX_VALUES) ?? tooMany([...path, "unconfirmed"], unconfirmed, MAX_VALUES) ??
    beyondInLists(values, [...path, "values"]) ?? beyondInTexts({ values, answers, na }, path);
}

/** The rows of all lists count together, since a page shows them together. */
function beyondInLists(values: unknown, path: string[]): string | undefined {
  let rows = 0;
  for (const [field, value] of entriesOf(values)) {
    if (!Array.isArray(value)) continue;
    rows += value.length;
    if (rows > MAX_ROWS) return `${formatPath(path)}, there are more than ${MAX_ROWS} rows together`;
    const wide = firstOf(value, (row, index) => tooMany([...path, field, index], row, MAX_CELLS));
    if (wide !== undefined) return wide;
  }
  return undefined;
}

function beyondInTexts({ values, answers, na }: Unknowns, path: string[]): string | undefined {
  const cells = entriesOf(values).flatMap(([, value]) => (Array.isArray(value) ? value.flatMap((row) => entriesOf(row).map(([, cell]) => cell)) : [value]));
  const notes = entriesOf(answers).map(([, answer]) => (answer as { note?: unknown } | null)?.note);
  const reasons = entriesOf(na).map(([, reason]) => reason);
  const characters = [...cells, ...notes, ...reasons].reduce<number>((sum, text) => sum + (typeof text === "string" ? text.length : 0), 0);
  return characters > MAX_TEXT_TOGETHER ? `${formatPath(path)}, the texts come to more than ${MAX_TEXT_TOGETHER.toLocaleString("en")} characters together` : undefined;
}

function beyondInFile({ findings, declined }: Unknowns, path: string[]): string | undefined {
  return tooMany([...path, "findings"], findings, MAX_FINDINGS) ?? tooMany([...path, "declined"], declined, MAX_FINDINGS) ??
    firstOf(findings, ({ evidence }, index) => tooMany([...path, "findings", index, "evidence"], evidence, MAX_EVIDENCE));
}

/** Where there are more entries than so many; undefined where there are not. */
export function tooMany(path: string[], found: unknown, most: number): string | undefined {
  const count = Array.isArray(found) ? found.length : entriesOf(found).length;
  return count > most ? `${formatPath(path)}, there are more than ${most} entries` : undefined;
}

function firstOf(list: unknown, problemOf: (entry: Unknowns, index: string) => string | undefined): string | undefined {
  if (!Array.isArray(list)) return undefined;
  for (const [index, entry] of list.entries()) {
    const problem = typeof entry === "object" && entry !== null ? problemOf(entry as Unknowns, String(index)) : undefined;
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function entriesOf(found: unknown): [string, unknown][] {
  return typeof found === "object" && found !== null && !Array.isArray(found) ? Object.entries(found) : [];
}
