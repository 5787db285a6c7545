/** What a prefilled link names and nothing can come of, so that whoever made it hears of a slip. */

import type { GuideIndex } from "../record/guide-index.ts";
import { ownEntry } from "../text/own-entry.ts";
import { prefilledValues } from "./prefill.ts";

/** The names in a fragment that fill nothing in, as labels where the guide has such a field. */
export function leftOut(guide: GuideIndex, fragment: string): string[] {
  const taken = new Set(prefilledValues(guide, fragment).map(({ field }) => field));
  const names = [...new URLSearchParams(fragment.replace(/^#/, "")).keys()].map((name) => ownEntry(guide.moved_fields, name) ?? name);
  return [...new Set(names)].filter((name) => name && !taken.has(name)).map((name) => guide.fields.find(({ id }) => id === name)?.label ?? name);
}
