/** How far details and items of the record in use are, worked out once for all bundles of a page. */

import type { RfqRecord } from "../record/types.ts";
import { evaluateItems } from "../summary/evaluate-items.ts";
import { dayOf } from "../text/dates.ts";
import type { EvaluatedItems, Session } from "./session.ts";

/** Today where the reader is, as an ISO date. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** The day to judge a record on: a worked record's own, as long as nobody has changed it, else today. */
export function judgmentDay({ as_of }: RfqRecord): string {
  return typeof as_of === "string" && dayOf(as_of) ? as_of : today();
}

/** What follows for each detail and item of the record in use. */
export function itemsNow(session: Session): EvaluatedItems {
  const { guide, store: { record } } = session;
  const day = judgmentDay(record);
  const latest = session.evaluated;
  if (latest?.record === record && latest.day === day) return latest;
  return session.evaluated = { record, day, items: evaluateItems(guide, record, day) };
}
