/** Brings one record up to date in storage, whatever is there by then. */

import { isNewer, isRecord } from "../record/shape.ts";
import type { RfqRecord } from "../record/types.ts";
import type { Noted } from "./pending-note.ts";
import type { Transaction } from "./transaction.ts";

/** Makes what is stored (undefined: nothing) into what is to be stored (undefined: nothing, delete it). */
export type Edit = (stored: RfqRecord | undefined) => RfqRecord | undefined;

/** An edit that waits to be written, with what it changed as this tab shows it, and when. */
export interface PendingEdit extends Noted { edit: Edit }

/** What is stored now, and whether something that was there had to make way, or kept its place. */
export interface Merged { record: RfqRecord | undefined; conflicted: boolean }

/** A part that was deleted, as it was then, and when. */
export interface DeletedPart { id: string; at: string; record: RfqRecord }

/** A record with edits made to it, one after another. */
export function withEdits(record: RfqRecord | undefined, edits: PendingEdit[]): RfqRecord | undefined {
  return edits.reduce((before, { edit }) => edit(before), record);
}

/**
 * Writes the edits of the record with an id, within a transaction. `view` is the record as this tab shows it; with `adopts`
 * the edits go to the part in use that another tab began meanwhile, if there is one.
 */
export async function merge(
  tx: Transaction, id: string, edits: PendingEdit[], view: RfqRecord | undefined, adopts: boolean, makeId: () => string,
): Promise<Merged> {
  const [records, deleted] = [tx.objectStore("records"), tx.objectStore("deleted")];
  let stored: unknown = await records.get(id);
  if (adopts) {
    const begun: unknown = await records.get(String(await tx.objectStore("settings").get("current")));
    if (isRecord(begun)) stored = begun;
  }
  if (isNewer(stored)) {
    // A newer guide wrote this part meanwhile: it keeps its place, and what was entered here becomes a copy.
    const copy = view && { ...view, id: makeId() };
    if (copy) await records.put(copy);
    return { record: copy, conflicted: true };
  }
  const readable = isRecord(stored) ? stored : undefined;
  const isSpoilt = stored !== undefined && !readable;
  if (isSpoilt) await tx.objectStore("unreadable").add(stored);
  let last = readable;
  const edited = edits.reduce((before, { edit }) => edit(last = before ?? last), readable);
  // What was deleted in another tab, or spoilt, is whole in this one.
  const record = edited ?? view;
  if (record) await records.put(record);
  else await records.delete(id);
  if (record) await deleted.delete(record.id);
  else if (last) await deleted.put({ id, at: edits.at(-1)!.at, record: last } satisfies DeletedPart);
  return { record, conflicted: isSpoilt };
}
