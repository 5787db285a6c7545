/** What a record is judged as: by the stage that its request is for. */

import type { GuideIndex } from "../record/guide-index.ts";
import type { RfqRecord } from "../record/types.ts";

/** Whether open locks count in a request: they do where the guide has words for what they lead to. */
export function locksCount(guide: GuideIndex, request: string): boolean {
  return guide.locked_requests.includes(request);
}

/** The stage that a request is for; while nobody has said, the first in which locks count. */
export function requestOf(guide: GuideIndex, record: Pick<RfqRecord, "stage">): string {
  if (record.stage && guide.stageIndex(record.stage) >= 0) return record.stage;
  return guide.locked_requests[0] ?? guide.stages[0]!.id;
}
