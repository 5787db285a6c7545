import assert from "node:assert/strict";
import { test } from "node:test";
import { changed, newRecord } from "../../../macros/client/record/record.ts";
import { PendingEdits } from "../../../macros/client/store/pending-edits.ts";
import { withNoted } from "../../../macros/client/store/pending-note.ts";
import type { RfqRecord } from "../../../macros/client/record/types.ts";

const moment = (second: number): string => new Date(Date.UTC(2026, 0, 2) + 1000 * second).toISOString();

function typed(pending: PendingEdits, id: string, field: string, text: string): void {
  for (let length = 1; length <= text.length; length++) {
    pending.add(id, (stored) => stored && changed(stored, { what: "value", field, value: text.slice(0, length) }, moment(length)));
  }
}

test("a new part that cannot be written is noted once, with all that was typed", () => {
  const pending = new PendingEdits();
  pending.begin(newRecord("1.0.0", moment(0), "one"));
  typed(pending, "one", "part-number", "SH-2210");
  typed(pending, "one", "company", "x".repeat(500));
  assert.equal(pending.noted.length, 1);
  const [noted] = pending.noted;
  assert.deepEqual(withNoted(undefined, noted!), pending.known.get("one"));
});

test("of a part that is written each change is noted, in its order", () => {
  const pending = new PendingEdits();
  const stored = newRecord("1.0.0", moment(0), "one");
  pending.applyStored("one", stored);
  typed(pending, "one", "part-number", "SH");
  assert.deepEqual(pending.noted.map(({ at }) => at), [moment(1), moment(2)]);
  assert.deepEqual(pending.noted.reduce<unknown>((record, each) => withNoted(record as RfqRecord, each), stored), pending.known.get("one"));
});
