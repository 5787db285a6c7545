/** The contradictions of `verdicts.yml`: which of them a record runs into, and what the desk then asks. */

import { valueOf } from "../record/answers.ts";
import { formatValue } from "../record/format-value.ts";
import type { GuideIndex } from "../record/guide-index.ts";
import type { Condition, RfqRecord, Rule } from "../record/types.ts";
import { rowName } from "./asked-fields.ts";
import type { Conditions } from "./conditions.ts";

/** A rule whose conditions all hold: its question, and the field that it looks at first, if any. */
export interface Contradiction { id: string; ask: string; field: string | undefined }

/** The rules that hold; unlike what decides what is asked for, they see details that do not apply as well. */
export function contradictions(guide: GuideIndex, record: RfqRecord, conditions: Conditions): Contradiction[] {
  return guide.contradictions
    .filter((rule) => rule.all.every((condition) => conditions.holds(condition, "everything")))
    .map((rule) => ({ id: rule.id, ask: filledIn(rule, guide, record, conditions), field: testsOf(rule.all).find((each) => "field" in each)?.field }));
}

/** The question with what the record says in place of `{field}`, and the rows meant in place of `{rows}`. */
function filledIn({ ask, all }: Rule, guide: GuideIndex, record: RfqRecord, conditions: Conditions): string {
  return ask.replace(/\{([a-z0-9-]+)\}/g, (_, id: string) => {
    if (id === "rows") {
      const lacking = testsOf(all).filter((each) => each.test === "row-lacks");
      return lacking.flatMap((each) => conditions.lackingRows(each).map((row) => `“${rowName(guide.field(each.field), row)}”`)).join(", ");
    }
    const value = valueOf(guide, record, id);
    return value === undefined ? "" : formatValue(guide.field(id), value);
  });
}

type Test = Extract<Condition, { test: string }>;

function testsOf(conditions: Condition[]): Test[] {
  return conditions.flatMap((each) => ("all" in each ? testsOf(each.all) : "any" in each ? testsOf(each.any) : [each]));
}
