/** What changed between two records of one part, or since its last build. */

import { answerTo } from "../record/answers.ts";
import { lastBuild } from "../record/builds.ts";
import type { GuideIndex } from "../record/guide-index.ts";
import { isSamePart, nameOf } from "../record/part-names.ts";
import type { RfqRecord } from "../record/types.ts";
import { type Changes, type ValueChange, changesBetween } from "./changes.ts";

/** What differs between two states of one part, with what they are called. */
export interface Comparison { from: string; to: string; changes: Changes }

/** Two records of one part, from the one saved first to the other; undefined for records of different parts. */
export function compareRecords(guide: GuideIndex, one: RfqRecord, other: RfqRecord): Comparison | undefined {
  if (!isSamePart(guide, one, other)) return undefined;
  const [before, after] = Date.parse(one.updated) <= Date.parse(other.updated) ? [one, other] : [other, one];
  const name = (record: RfqRecord): string => `${nameOf(guide, record)}, saved ${record.updated.slice(0, 10)}`;
  const changes = changesBetween(guide, before, after);
  return { from: name(before), to: name(after), changes: { ...changes, values: [...notesBetween(guide, before, after), ...changes.values] } };
}

/** What a price depends on may stand in a note. */
function notesBetween(guide: GuideIndex, before: RfqRecord, after: RfqRecord): ValueChange[] {
  return guide.items.flatMap(({ ref, item }) => {
    const [was, is] = [answerTo(before, ref), answerTo(after, ref)];
    const [from, to] = [was.note?.trim() ?? "", is.note?.trim() ?? ""];
    const what = [was, is].some(({ status }) => status === "na") ? "Reason" : "Note";
    return from === to ? [] : [{ field: ref, label: `${what}: ${item.label}`, from, to }];
  });
}

/** What changed since the last build that a record keeps; undefined where it keeps none. */
export function changesSinceLastBuild(guide: GuideIndex, record: RfqRecord): Comparison | undefined {
  const build = lastBuild(record);
  return build && { from: `${build.name}, kept ${build.at.slice(0, 10)}`, to: "this record", changes: changesBetween(guide, build, record) };
}
