/** Which details a record says do not apply, and why. */

import { answerTo, statusOf } from "../record/answers.ts";
import type { GuideIndex } from "../record/guide-index.ts";
import { ownEntry } from "../text/own-entry.ts";
import type { RfqRecord } from "../record/types.ts";

/**
 * The reason for each field that is not applicable. An item that is set aside as a whole, where its subject can be
 * absent, sets aside those of its fields that may be; a required detail it never silences.
 */
export function reasonsNotApplicable(guide: GuideIndex, record: RfqRecord): Map<string, string> {
  const reasons = new Map<string, string>();
  const allowed = (field: string): boolean => guide.field(field).na === "allowed";
  for (const listed of guide.items.filter((each) => statusOf(record, each) === "na")) {
    const reason = answerTo(record, listed.ref).note!.trim();
    for (const field of listed.item.fields.filter(allowed)) reasons.set(field, reason);
  }
  for (const { id } of guide.fields) {
    const reason = ownEntry(record.na ?? {}, id)?.trim();
    if (reason && allowed(id)) reasons.set(id, reason);
  }
  return reasons;
}
