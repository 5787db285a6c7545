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

const part = (id: string, second: number): RfqRecord => newRecord("1.0.0", moment(second), id);

test("what is entered while a batch is written goes on waiting, on top of what is stored by then", () => {
  const pending = new PendingEdits();
  pending.applyStored("one", part("one", 0));
  typed(pending, "one", "revision", "A");
  const { batch } = pending;
  typed(pending, "one", "part-number", "SH");
  const stored = { ...changed(part("one", 0), { what: "value", field: "revision", value: "A" }, moment(1)), name: "Of another tab" };
  assert.deepEqual(pending.applyWritten(batch, new Map([["one", { record: stored, conflicted: false }]])), ["one"]);
  assert.equal(pending.waits, true);
  const { name, values } = pending.known.get("one")!;
  assert.deepEqual([name, values], ["Of another tab", { revision: "A", "part-number": "SH" }]);
});

test("where no part was in use, the one that was changed last is", () => {
  const pending = new PendingEdits();
  for (const each of [part("old", 0), part("last", 2), part("between", 1)]) pending.applyStored(each.id, each);
  pending.resume("gone", true);
  assert.equal(pending.current, "last");
});

test("of the parts that are gone from the storage only the one in use stays", () => {
  const pending = new PendingEdits();
  for (const id of ["one", "two"]) pending.applyStored(id, part(id, 0));
  pending.use("one");
  assert.deepEqual([pending.applyStored("one", undefined), pending.applyStored("two", undefined)], [false, true]);
  assert.deepEqual([...pending.known.keys()], ["one"]);
});

test("a tab takes up the part that another one began, unless something was entered here", () => {
  for (const [text, current] of [["", "theirs"], ["SH", "mine"]] as const) {
    const pending = new PendingEdits();
    pending.foundNothing();
    pending.begin(part("mine", 0));
    typed(pending, "mine", "part-number", text);
    pending.applyStored("theirs", part("theirs", 0));
    pending.adopt("theirs");
    assert.equal(pending.current, current);
  }
});

test("a blank part that is left goes, and one in which something was entered stays", () => {
  for (const [text, known] of [["", ["two"]], ["SH", ["one", "two"]]] as const) {
    const pending = new PendingEdits();
    pending.begin(part("one", 0));
    typed(pending, "one", "part-number", text);
    pending.applyStored("two", part("two", 0));
    pending.use("two");
    assert.deepEqual([...pending.known.keys()], known);
  }
});
