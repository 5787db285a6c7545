/** The title block of a part: what a desk files and quotes by, laid out as the guide's data say. */

import type { TitleCell } from "../record/types.ts";
import type { FieldState } from "./asked-fields.ts";
import { type Detail, detailsOf } from "./details.ts";
import type { ItemEvaluation } from "./evaluate-items.ts";

/** A cell by its name; `text` is empty for one that is there without a value. */
export interface TitleBlockCell { label: string; text: string; details: Detail[] }

/** The rows of the title block; cells that may be left out and say nothing are, and rows without a cell. */
export function titleBlock(evaluated: Pick<ItemEvaluation, "guide" | "fields">): TitleBlockCell[][] {
  return evaluated.guide.title_block
    .map(({ cells }) => cells.filter((cell) => cell.blank === "shown" || detailsIn(evaluated, cell).length > 0).map((cell) => cellOf(evaluated, cell)))
    .filter((cells) => cells.length > 0);
}

/** The short title block of the steps: its cells in their order, whether they say something or not. */
export function titleBlockOnSteps(evaluated: Pick<ItemEvaluation, "guide" | "fields">): TitleBlockCell[] {
  return evaluated.guide.title_block.flatMap(({ cells }) => cells.filter(({ on_steps }) => on_steps === "always").map((cell) => cellOf(evaluated, cell)));
}

function cellOf(evaluated: Pick<ItemEvaluation, "guide" | "fields">, cell: TitleCell): TitleBlockCell {
  const details = detailsIn(evaluated, cell);
  const label = cell.label ?? evaluated.guide.field(cell.fields[0]!).label;
  return { label, text: eachOnce(details.map(({ text }) => text)).join(", "), details };
}

/** Texts without those that an earlier one ends in: "7075-T651" has said "T651", and "7075-T6/T651" has not said which. */
function eachOnce(texts: string[]): string[] {
  return texts.filter((text, place) => !texts.slice(0, place).some((before) => /^[^\s,;/]+$/.test(before) && before.endsWith(`-${text}`)));
}

function detailsIn({ fields }: Pick<ItemEvaluation, "fields">, { fields: ids, take }: TitleCell): Detail[] {
  const states = ids.map((id) => fields.get(id)!);
  return take === "first" ? detailsOf(applicable(states)).slice(0, 1) : detailsOf(states);
}

/** A quantity of another kind of request is none of this one's, as long as one of its own is asked for. */
function applicable(states: FieldState[]): FieldState[] {
  const own = states.filter(({ applies }) => applies);
  return own.length > 0 ? own : states;
}
