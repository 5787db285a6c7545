/** What changed between two builds, or between a build and the record as it is now. */

import { statusOf, valueOf } from "../record/answers.ts";
import type { GuideIndex } from "../record/guide-index.ts";
import { isEmpty } from "../record/record.ts";
import { marked, unconfirmed } from "../record/unconfirmed.ts";
import { ownEntry } from "../text/own-entry.ts";
import type { Answers, Field, Row, Values } from "../record/types.ts";
import { rowsIn } from "./cells.ts";
import { formatCell, formatValue, formatRow } from "../record/format-value.ts";

/** What a build and a record have in common. */
export interface State { stage: string | null; values: Values; answers: Answers; na?: Record<string, string> }

/** One thing that differs, from and to in words; what is blank is an empty text. */
export interface Difference { label: string; from: string; to: string }

/** One detail that differs. */
export interface ValueChange extends Difference { field: string }

/** A field that was blank before, or a row of it in which cells were, in words. */
export interface Given { field: string; label: string }

/** An item that was settled or opened again; `checklist` is its title. */
export interface StatusChange { ref: string; label: string; checklist: string }

/**
 * Everything that differs; a regression is an item that was settled before and is open now. What was blank before is no
 * change of anything: it is `given` for the first time.
 */
export interface Changes { regressions: StatusChange[]; settled: StatusChange[]; values: ValueChange[]; given: Given[] }

/** Compares two states; the same state twice gives nothing, the states exchanged give the opposite. */
export function changesBetween(guide: GuideIndex, before: State, after: State): Changes {
  const items = guide.items.map((listed) => {
    const [was, is] = [before, after].map((state) => statusOf(state, listed) === "open");
    return { change: { ref: listed.ref, label: listed.item.label, checklist: listed.checklist.title }, was, is };
  });
  const found = guide.fields.filter((field) => field.compared !== "never").flatMap((field) => changesOfField(guide, field, before, after));
  return {
    regressions: items.filter(({ was, is }) => !was && is).map(({ change }) => change),
    settled: items.filter(({ was, is }) => was && !is).map(({ change }) => change),
    values: found.filter((each): each is ValueChange => "from" in each),
    given: found.filter((each) => !("from" in each)),
  };
}

/** Whether nothing differs. */
export function isUnchanged(changes: Changes): boolean {
  return changes.regressions.length + changes.settled.length + changes.values.length + changes.given.length === 0;
}

/** That a detail was said to be not applicable, with the reason; empty where nobody said so. */
function formatNotApplicable({ na = {} }: Pick<State, "na">, field: string): string {
  const reason = ownEntry(na, field)?.trim();
  return reason ? `not applicable: ${reason}` : "";
}

function changesOfField(guide: GuideIndex, field: Field, before: State, after: State): (ValueChange | Given)[] {
  const words = (state: State): string => {
    const value = valueOf(guide, state, field.id);
    if (value === undefined || isEmpty(value)) return formatNotApplicable(state, field.id);
    const text = field.id === guide.known.id("request") ? guide.stageLabel(String(value)) : formatValue(field, value);
    return marked(text, unconfirmed(guide, state).includes(field.id));
  };
  const [from, to] = [words(before), words(after)];
  if (!from) return to ? [{ field: field.id, label: field.label }] : [];
  const [was, is] = [before, after].map((state) => rowsIn(valueOf(guide, state, field.id)));
  if (field.kind === "rows" && was!.length + is!.length > 0) return changesOfRows(field, was!, is!);
  return from === to ? [] : [{ field: field.id, label: field.label, from, to }];
}

/** Rows are the same row when their ids are; a row is told cell by cell where it stayed, whole where it came or went. */
function changesOfRows(field: Field, before: Row[], after: Row[]): (ValueChange | Given)[] {
  const was = new Map(before.map((row) => [row.id, row]));
  const is = new Map(after.map((row) => [row.id, row]));
  const columns = field.columns ?? [];
  const ids = [...is.keys(), ...[...was.keys()].filter((id) => !is.has(id))];
  return ids.flatMap((id) => {
    const [old, now] = [was.get(id), is.get(id)];
    const label = `${field.label}: ${String((now ?? old)![columns[0]!.id] ?? id)}`;
    if (!old || !now) {
      return [{ field: field.id, label, from: old ? formatRow(columns, old) : "", to: now ? formatRow(columns, now) : "" }];
    }
    const cells = columns.map((column) => ({ column: column.label, from: formatCell(column, old), to: formatCell(column, now) }));
    const filled = cells.filter(({ from, to }) => !from && to).map(({ column }) => column);
    return [
      ...(filled.length > 0 ? [{ field: field.id, label: `${label} (${filled.join(", ")})` }] : []),
      ...cells.filter(({ from, to }) => from && from !== to).map(({ column, from, to }) => ({ field: field.id, label: `${label}, ${column}`, from, to })),
    ];
  });
}
