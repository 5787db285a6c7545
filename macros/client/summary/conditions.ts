/** Tells whether the conditions of the guide's rules hold for a record, on a day. */

import { statusOf, valueOf } from "../record/answers.ts";
import type { GuideIndex } from "../record/guide-index.ts";
import { isEmpty } from "../record/record.ts";
import type { Condition, RfqRecord, Row, Value } from "../record/types.ts";
import { clausesOf, hasWord, withoutClauses } from "../text/match-words.ts";
import { ownEntry } from "../text/own-entry.ts";
import { cellsOf, type FieldCondition, filledRows, isAbove, isBefore, isBlankCell, monthsBefore, stands } from "./cells.ts";
import { indexOfPart } from "./levels.ts";
import { reasonsNotApplicable } from "./not-applicable.ts";
import { requestOf } from "./requested-stage.ts";
import { vagueTextsIn } from "./vague-words.ts";

/** What a condition sees: of a field that does not apply nothing (to ask), or whatever is there (to question). */
type Sight = "applying" | "everything";

/** The conditions of a guide, put to one record on one day (ISO date). */
export class Conditions {
  /** The stage that the request is taken to be for. */
  readonly request: string;
  /** For each field that is not applicable, the reason. */
  readonly reasons: ReadonlyMap<string, string>;
  readonly #guide: GuideIndex;
  readonly #record: RfqRecord;
  readonly #today: string;
  readonly #applies = new Map<string, boolean>();

  constructor(guide: GuideIndex, record: RfqRecord, today: string) {
    this.#guide = guide;
    this.#record = record;
    this.#today = today;
    this.request = requestOf(guide, record);
    this.reasons = reasonsNotApplicable(guide, record);
  }

  /** Whether a field applies; one that is asked for under a condition does so once that holds. */
  applies(field: string): boolean {
    const known = this.#applies.get(field);
    if (known !== undefined) return known;
    const { asked_if } = this.#guide.field(field);
    const applies = !asked_if || this.holds(asked_if);
    this.#applies.set(field, applies);
    return applies;
  }

  /** Whether a condition holds. */
  holds(condition: Condition, sight: Sight = "applying"): boolean {
    if ("all" in condition) return condition.all.every((each) => this.holds(each, sight));
    if ("any" in condition) return condition.any.some((each) => this.holds(each, sight));
    if ("condition" in condition) return this.holds(this.#guide.conditions[condition.condition]!, sight) === (condition.test === "holds");
    if ("item" in condition) return statusOf(this.#record, this.#guide.listed(condition.item)) === condition.value;
    if ("checklist" in condition) return this.#guide.itemsOf(condition.checklist).some((listed) => statusOf(this.#record, listed) === "open");
    if ("level" in condition) return this.#stage(ownEntry(this.#record.levels, condition.level)) >= this.#stage(condition.value);
    if ("stage" in condition) return this.#requestMeets(condition, sight);
    return this.#fieldMeets(condition, sight);
  }

  /** The rows of a condition on rows that lack something. */
  lackingRows({ field, column, where }: Extract<Condition, { test: "row-lacks" }>): Row[] {
    return filledRows(valueOf(this.#guide, this.#record, field)).filter((row) => isBlankCell(ownEntry(row, column)) &&
      (!where || hasWord(String(ownEntry(row, where.column) ?? ""), { words: where.words, whole: false })));
  }

  #stage(id: string | undefined): number {
    return this.#guide.stageIndex(id);
  }

  #value(field: string, sight: Sight): Value | undefined {
    if (sight === "applying" && !this.applies(field)) return undefined;
    const value = valueOf(this.#guide, this.#record, field);
    return isEmpty(value) ? undefined : value;
  }

  #requestMeets(condition: Extract<Condition, { stage: string }>, sight: Sight): boolean {
    // A rule questions what was said of the request, and nothing that is taken for granted.
    const request = this.#stage(sight === "everything" ? this.#record.stage ?? undefined : this.request);
    if (request < 0) return false;
    switch (condition.test) {
      case "is": return request === this.#stage(condition.value);
      case "before": return request < this.#stage(condition.value);
      case "at-least": return request >= this.#stage(condition.value);
      case "ahead-of-part": {
        const part = indexOfPart(this.#guide, this.#record.levels);
        return part >= 0 && request - part >= condition.by;
      }
      case "held-by-only": return this.#guide.levels.filter(({ decides }) => decides !== "never").every(({ id }) => {
        const level = this.#stage(ownEntry(this.#record.levels, id));
        return level >= 0 && (level < request) === (id === condition.column);
      });
    }
  }

  #fieldMeets(condition: FieldCondition, sight: Sight): boolean {
    const value = this.#value(condition.field, sight);
    const isSetAside = value === undefined && this.reasons.has(condition.field);
    switch (condition.test) {
      case "filled": return value !== undefined;
      case "empty": return value === undefined && !isSetAside;
      case "set-aside": return isSetAside && this.applies(condition.field);
      case "vague": return vagueTextsIn(this.#guide.vague, this.#guide.field(condition.field), value).some(({ group }) => !condition.group || group === condition.group);
      case "row-lacks": return value !== undefined && this.lackingRows(condition).length > 0;
      case "before": return isBefore(value, condition.than === "today" ? this.#today : this.#value(condition.than, sight));
      case "above": return isAbove(value, condition.times ?? 1, this.#value(condition.than, sight));
    }
    const cells = cellsOf(value, condition);
    switch (condition.test) {
      case "is": case "includes": return cells.includes(condition.value);
      case "one-of": return cells.some((cell) => condition.values.includes(String(cell)));
      case "none-of": return cells.length > 0 && !cells.some((cell) => condition.values.includes(String(cell)));
      case "matches": return this.#matches(cells, condition);
      case "matches-not": return cells.length > 0 && !this.#matches(cells, condition);
      case "older-than": return isBefore(cells[0], monthsBefore(this.#today, condition.months));
      default: return stands(cells, condition.test, this.#value(condition.than, sight));
    }
  }

  #matches(cells: (string | number)[], { words, match, but_not }: Extract<Condition, { test: "matches" | "matches-not" }>): boolean {
    const texts = cells.map((cell) => (but_not ? withoutClauses(String(cell), but_not) : String(cell)));
    const wanted = { words, whole: Boolean(match) };
    return (match === "clause" ? texts.flatMap(clausesOf) : texts).some((text) => hasWord(text, wanted));
  }
}
