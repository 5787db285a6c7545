/** The contradictions of `verdicts.yml`: which of them a record runs into. */

import { answerTo, standing, valueOf } from "./answers.ts";
import type { GuideIndex } from "./guide.ts";
import { readLevels } from "./levels.ts";
import { isEmpty } from "./record.ts";
import type { Condition, RfqRecord, Rule, Value } from "./types.ts";

/** The rules whose conditions all hold. */
export function contradictions(guide: GuideIndex, record: RfqRecord): Rule[] {
  return guide.guide.contradictions.filter((rule) => rule.all.every((condition) => holds(condition, guide, record)));
}

function holds(condition: Condition, guide: GuideIndex, record: RfqRecord): boolean {
  const value = subject(condition, record);
  switch (condition.test) {
    case "empty": return isEmpty(value);
    case "filled": return !isEmpty(value);
    case "is": return is(value, condition.value);
    case "is-not": return !isEmpty(value) && !is(value, condition.value);
    case "above-every": return aboveEvery(value, condition.than ? valueOf(record, condition.than) : undefined);
    case "at-least": return guide.stagePlace(value) >= guide.stagePlace(condition.value ?? undefined) && !isEmpty(value);
    case "beyond-levels": return beyondLevels(guide, record);
    case "has-open": return hasOpen(condition.checklist!, guide, record);
  }
}

/** The stage declared is later than the one that the levels give, with all of them picked. */
function beyondLevels(guide: GuideIndex, record: RfqRecord): boolean {
  const reading = readLevels(guide, record.levels);
  return reading.open.length === 0 && guide.stagePlace(record.stage ?? undefined) > guide.stagePlace(reading.stage ?? undefined);
}

function subject(condition: Condition, record: RfqRecord): Value | undefined {
  if (condition.field) return valueOf(record, condition.field);
  if (condition.item) return answerTo(record, condition.item).status;
  return record.stage ?? undefined;
}

function is(value: Value | undefined, wanted: string | null): boolean {
  return Array.isArray(value) ? value.some((each) => each === wanted) : value === wanted;
}

function aboveEvery(value: Value | undefined, rows: Value | undefined): boolean {
  if (typeof value !== "number" || !Array.isArray(rows)) return false;
  const numbers = rows.flatMap((row) => (typeof row === "string" ? [] : Object.values(row))).filter((cell) => typeof cell === "number");
  return numbers.length > 0 && numbers.every((each) => value > each);
}

function hasOpen(id: string, guide: GuideIndex, record: RfqRecord): boolean {
  return guide.itemsOf(id).some(({ ref, item }) => standing(item, answerTo(record, ref)) === "open");
}
