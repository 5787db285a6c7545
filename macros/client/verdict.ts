/** The verdict on a record: whether a pilot RFQ can go out, and what holds it. */

import { answerTo, standing } from "./answers.ts";
import type { GuideIndex } from "./guide.ts";
import { isBlank } from "./record.ts";
import { contradictions } from "./rules.ts";
import type { Item, Outcome, RfqRecord } from "./types.ts";

/** A lock item that is not settled, and how far back it sends the part. */
export interface Blocker { ref: string; item: Item; outcome: Outcome }

/** The outcome, the blockers that cause it, the most cautious first, and whether a ready record contradicts itself. */
export interface Verdict { outcome: Outcome; blockers: Blocker[]; isDoubtful: boolean }

/** The checklist that decides. */
export const LOCK = "pilot-lock";

/**
 * The most cautious outcome among the open lock items decides; with none open the record is ready. While nothing is
 * entered, the outcome says that, and not that something is wrong; a ready record whose words or files contradict it
 * says so.
 */
export function verdictOn(guide: GuideIndex, record: RfqRecord, filesDiffer = false): Verdict {
  const caution = new Map(guide.guide.outcomes.map((outcome, place) => [outcome.id, place]));
  const blockers = guide.itemsOf(LOCK)
    .filter(({ ref, item }) => standing(item, answerTo(record, ref)) === "open")
    .map(({ ref, item }) => ({ ref, item, outcome: guide.outcome(item.if_open ?? "review") }))
    .sort((one, other) => caution.get(other.outcome.id)! - caution.get(one.outcome.id)!);
  const outcome = blockers[0]?.outcome ?? guide.outcome("ready");
  const { blank, doubtful } = guide.guide;
  const isDoubtful = blockers.length === 0 && (filesDiffer || contradictions(guide, record).length > 0);
  const words = isBlank(record) ? blank : isDoubtful && doubtful ? doubtful : outcome;
  return { outcome: words === outcome ? outcome : { ...words, id: outcome.id }, blockers, isDoubtful };
}
