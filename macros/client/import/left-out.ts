/** What a prefilled link names and nothing can come of, so that whoever made it hears of a slip. */

import type { GuideIndex } from "../record/guide-index.ts";
import { isOnControl } from "../record/export-control.ts";
import { movedId } from "../record/migrate.ts";
import { entriesIn, prefilledValues } from "./prefill.ts";

/** The names in a fragment that fill nothing in, as labels where the guide has such a field; of export control a link never speaks. */
export function leftOut(guide: GuideIndex, fragment: string): string[] {
  const taken = new Set(prefilledValues(guide, fragment).map(({ field }) => field));
  const names = new Set([...entriesIn(guide, fragment).keys()].map((name) => movedId(guide.moved_fields, name)));
  return [...names].flatMap((name) => {
    const field = guide.fields.find(({ id }) => id === name);
    return !name || taken.has(name) || (field && isOnControl(guide, field)) ? [] : [field?.label ?? name];
  });
}
