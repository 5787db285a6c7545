/** What changed between two builds, or between a build and the record as it is now. */

import { answerTo, standing, valueOf } from "./answers.ts";
import type { Difference } from "./differences.ts";
import type { GuideIndex } from "./guide.ts";
import { isEmpty } from "./record.ts";
import type { Answers, Field, Row, Value, Values } from "./types.ts";
import { cellInWords, inWords, rowInWords } from "./values.ts";

/** What a build and a record have in common. */
export interface State { stage: string | null; values: Values; answers: Answers }

/** One detail that differs. */
export interface ValueChange extends Difference { field: string }

/** An item whose standing turned. */
export interface Turn { ref: string; label: string; list: string }

/** Everything that differs; a regression is an item that was settled before and is open now. */
export interface Changes { regressions: Turn[]; settled: Turn[]; values: ValueChange[] }

/** Compares two states; the same state twice gives nothing, the states exchanged give the opposite. */
export function changesBetween(guide: GuideIndex, before: State, after: State): Changes {
  const turns = guide.items.map(({ ref, list, item }) => {
    const [was, is] = [before, after].map((state) => standing(item, answerTo(state, ref)) === "open");
    return { turn: { ref, label: item.label, list: list.title }, was, is };
  });
  return {
    regressions: turns.filter(({ was, is }) => !was && is).map(({ turn }) => turn),
    settled: turns.filter(({ was, is }) => was && !is).map(({ turn }) => turn),
    values: guide.guide.fields.filter((field) => field.compared).flatMap((field) => changesOfField(guide, field, before, after)),
  };
}

/** Whether nothing differs. */
export function isUnchanged(changes: Changes): boolean {
  return changes.regressions.length + changes.settled.length + changes.values.length === 0;
}

function changesOfField(guide: GuideIndex, field: Field, before: State, after: State): ValueChange[] {
  const [was, is] = [before, after].map((state) => valueOf(state, field.id));
  if (field.kind === "rows") return changesOfRows(field, rowsOf(was), rowsOf(is));
  const words = (value: Value | undefined): string => {
    if (value === undefined || isEmpty(value)) return "";
    return field.id === "stage" ? guide.stageLabel(String(value)) : inWords(field, value);
  };
  const [from, to] = [words(was), words(is)];
  return from === to ? [] : [{ field: field.id, label: field.label, from, to }];
}

/** Rows are the same row when their ids are; a row is told cell by cell where it stayed, whole where it came or went. */
function changesOfRows(field: Field, before: Row[], after: Row[]): ValueChange[] {
  const was = new Map(before.map((row) => [row.id, row]));
  const is = new Map(after.map((row) => [row.id, row]));
  const ids = [...is.keys(), ...[...was.keys()].filter((id) => !is.has(id))];
  return ids.flatMap((id) => {
    const [old, now] = [was.get(id), is.get(id)];
    const first = field.columns[0]!;
    const name = String((now ?? old)![first.id] ?? id);
    if (!old || !now) {
      return [{ field: field.id, label: `${field.label}: ${name}`, from: old ? rowInWords(field.columns, old) : "", to: now ? rowInWords(field.columns, now) : "" }];
    }
    return field.columns.flatMap((column) => {
      const [from, to] = [cellInWords(column, old), cellInWords(column, now)];
      return from === to ? [] : [{ field: field.id, label: `${field.label}: ${name}, ${column.label}`, from, to }];
    });
  });
}

function rowsOf(value: Value | undefined): Row[] {
  return Array.isArray(value) ? value.filter((entry): entry is Row => typeof entry !== "string") : [];
}
