/** Details of a record that say something, with their values in words. */

import { formatCell, formatValue } from "../record/format-value.ts";
import { isEmpty } from "../record/record.ts";
import type { Field, Value } from "../record/types.ts";
import { marked } from "../record/unconfirmed.ts";
import type { FieldState } from "./asked-fields.ts";

/** One field: its value as stored, absent where it is not applicable, and what stands for it as text, marked where a link's word is not confirmed. */
export interface Detail { field: Field; value: Value | undefined; text: string; unconfirmed?: true }

/** What a field says; undefined where nothing is entered and nobody said why. */
export function detailOf({ field, value, applies, reason, unconfirmed }: FieldState): Detail | undefined {
  if (!isEmpty(value)) return { field, value, text: marked(inWords(field, value!), unconfirmed), ...(unconfirmed ? { unconfirmed } : {}) };
  return applies && reason !== undefined ? { field, value: undefined, text: `Not applicable: ${reason}` } : undefined;
}

/** Figures of one unit, as in the quantities to be priced, name it once. */
function inWords(field: Field, value: Value): string {
  const { columns: [column, ...more] = [] } = field;
  if (!column?.unit || more.length > 0 || !Array.isArray(value)) return formatValue(field, value);
  const cells = value.flatMap((row) => (typeof row === "string" ? row : formatCell({ ...column, unit: null }, row)) || []);
  return `${cells.join(", ")} ${column.unit}`;
}

/** The fields that say something, in the order given. */
export function detailsOf(states: FieldState[]): Detail[] {
  return states.flatMap((state) => detailOf(state) ?? []);
}
