/** The details of a record: which apply, which are asked for, and what is wrong with what they say. */

import { valueOf } from "../record/answers.ts";
import type { GuideIndex } from "../record/guide-index.ts";
import { isEmpty } from "../record/record.ts";
import { unconfirmed } from "../record/unconfirmed.ts";
import type { Field, Option, RfqRecord, Row, Value } from "../record/types.ts";
import { ownEntry } from "../text/own-entry.ts";
import { filledRows, isBlankCell } from "./cells.ts";
import type { Conditions } from "./conditions.ts";
import { type VagueText, vagueTextsIn } from "./vague-words.ts";

/** A cell that each row should fill, and the question for it. */
export interface Gap { row: Row; ask: string }

/** One detail under the rules: `applies` folds it away or not, `asked` makes its blank a question. */
export interface FieldState {
  field: Field; value: Value | undefined;
  applies: boolean; asked: boolean; missing: boolean;
  /** Whether the value is a link's word that nobody has confirmed yet. */
  unconfirmed: boolean;
  /** Why it is not applicable, if somebody said so and nothing is entered. */
  reason: string | undefined;
  /** The reason why it is not applicable, blank or not, although something is entered: asked for or not, the request says that. */
  setAsideFor: string | undefined;
  vague: VagueText[];
  gaps: Gap[];
  /** An option that was chosen and is not offered: no longer, or never by this guide. */
  retired: Option | undefined;
}

/** The state of each field of the guide, in its order. */
export function fieldStates(guide: GuideIndex, record: RfqRecord, conditions: Conditions): Map<string, FieldState> {
  const marks = new Set(unconfirmed(guide, record));
  return new Map(guide.fields.map((field) => [field.id, stateOf(guide, record, conditions, field, marks.has(field.id))]));
}

/** Whether a detail keeps an item from being complete. */
export function isLacking({ asked, missing, unconfirmed, vague, gaps }: FieldState): boolean {
  return missing || (asked && unconfirmed) || vague.length + gaps.length > 0;
}

/** Whether nothing is said of some details, not even why they do not apply. */
export function isUntouched(states: FieldState[]): boolean {
  return states.every(({ value, reason }) => isEmpty(value) && reason === undefined);
}

function stateOf(guide: GuideIndex, record: RfqRecord, conditions: Conditions, field: Field, unconfirmed: boolean): FieldState {
  const value = valueOf(guide, record, field.id);
  const applies = conditions.applies(field.id);
  // What a link said is asked for even where a blank would not be.
  const asked = applies && (unconfirmed || (field.need !== "optional" && (!field.asked_for || field.asked_for.includes(conditions.request))));
  const isFilled = !isEmpty(value) && (field.kind !== "integer" || typeof value === "number");
  const reason = isEmpty(value) ? conditions.reasons.get(field.id) : undefined;
  return {
    field, value, applies, asked, unconfirmed, reason,
    missing: asked && !isFilled && reason === undefined,
    setAsideFor: applies && !isEmpty(value) && field.na === "allowed" ? ownEntry(record.na ?? {}, field.id) : undefined,
    vague: asked ? vagueTextsIn(guide.vague, field, value) : [],
    gaps: asked ? gapsIn(field, value) : [],
    retired: asked ? retiredOption(field, value) : undefined,
  };
}

function gapsIn(field: Field, value: Value | undefined): Gap[] {
  return (field.columns ?? []).filter((column) => column.ask).flatMap((column) => filledRows(value)
    .filter((row) => isBlankCell(ownEntry(row, column.id)))
    .map((row) => ({ row, ask: column.ask!.replaceAll("{row}", `“${rowName(field, row)}”`) })));
}

/** What a row is called: by its first cell that says anything. */
export function rowName(field: Field, row: Row): string {
  const cells = (field.columns ?? []).map((column) => String(ownEntry(row, column.id) ?? "").trim());
  return cells.find((cell) => cell !== "") ?? row.id;
}

function retiredOption({ kind, options = [], retired = [] }: Field, value: Value | undefined): Option | undefined {
  const found = retired.find(({ id }) => (Array.isArray(value) ? value.some((each) => each === id) : value === id));
  // Of several, one that this guide does not have has no box in which to take it back.
  if (found || kind !== "choice" || isEmpty(value) || options.some(({ id }) => id === value)) return found;
  return { id: String(value), label: String(value) };
}
