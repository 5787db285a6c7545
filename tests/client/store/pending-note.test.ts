import assert from "node:assert/strict";
import { test } from "node:test";
import { type Noted, differences, withNoted } from "../../../macros/client/store/pending-note.ts";
import { momentAfter } from "../../../macros/client/text/dates.ts";
import type { RfqRecord } from "../../../macros/client/record/types.ts";

const [AT_ONE, AT_TWO, AT_THREE] = ["2026-01-02T01:00:00.000Z", "2026-01-02T02:00:00.000Z", "2026-01-02T03:00:00.000Z"];

const NONE: [] = [];

function record(updated: string, more: Partial<RfqRecord> = {}): RfqRecord {
  return {
    schema: "rfq-record/1", id: "one", guide: "1.0.0", created: AT_ONE, updated, stage: null,
    values: {}, answers: {}, levels: {}, builds: NONE, files: NONE, ...more,
  } as RfqRecord;
}

/** What is noted of a change, as it comes back out of its text. */
function noted(before: RfqRecord | undefined, after: RfqRecord): Noted {
  return JSON.parse(JSON.stringify({ id: after.id, at: after.updated, places: differences(before, after) })) as Noted;
}

const before = record(AT_ONE, { values: { revision: "A", temper: "T6" } });
const after = record(AT_TWO, { values: { revision: "B", form: "plate" }, answers: { "rfq/a": { status: "done" } } });

test("a note names the places that changed, and nothing else", () => {
  assert.deepEqual(noted(before, after).places, [
    { keys: ["updated"], from: AT_ONE, to: AT_TWO },
    { keys: ["values", "revision"], from: "A", to: "B" },
    { keys: ["values", "temper"], from: "T6" },
    { keys: ["values", "form"], to: "plate" },
    { keys: ["answers", "rfq/a"], to: { status: "done" } },
  ]);
  assert.deepEqual(differences(after, { ...after, values: { ...after.values } }), []);
});

test("a note is taken into what it was made from", () => {
  assert.deepEqual(withNoted(before, noted(before, after)), after);
});

test("a note that was written already changes nothing", () => {
  assert.deepEqual(withNoted(after, noted(before, after)), after);
});

test("a new part is noted whole", () => {
  assert.deepEqual(withNoted(undefined, noted(undefined, after)), after);
});

test("what another tab changed since in other places is kept beside it", () => {
  const newer = record(AT_THREE, { values: { revision: "A", temper: "T6", alloy: "7075" }, stage: "pilot-run" });
  assert.deepEqual(withNoted(newer, noted(before, after)), record(AT_THREE, {
    values: { revision: "B", alloy: "7075", form: "plate" }, stage: "pilot-run", answers: { "rfq/a": { status: "done" } },
  }));
});

test("a place that another tab changed since keeps the newer change", () => {
  const newer = record(AT_THREE, { values: { revision: "C", temper: "T651" } });
  assert.deepEqual(withNoted(newer, noted(before, after)), record(AT_THREE, {
    values: { revision: "C", temper: "T651", form: "plate" }, answers: { "rfq/a": { status: "done" } },
  }));
});

test("a place that another tab changed before is changed", () => {
  const older = record("2026-01-02T01:30:00.000Z", { values: { revision: "C" } });
  assert.equal((withNoted(older, noted(before, after)) as RfqRecord).values["revision"], "B");
});

test("a list that two tabs changed is the newer one", () => {
  const [one, two, three] = ["a", "b", "c"].map((name, index) => record([AT_ONE, AT_TWO, AT_THREE][index]!, { files: [{ name }] }));
  assert.deepEqual(withNoted(three, noted(one, two!)), three);
});

test("keys of prototypes are keys like any other", () => {
  const [from, to] = ['{"a":1}', '{"__proto__":{"polluted":1},"constructor":"c"}'].map((values) =>
    record(AT_ONE, { values: JSON.parse(values) as RfqRecord["values"] }));
  const taken = withNoted(from, noted(from, to!)) as RfqRecord;
  assert.deepEqual(Object.entries(taken.values), [["__proto__", { polluted: 1 }], ["constructor", "c"]]);
  assert.equal(({} as Record<string, unknown>)["polluted"], undefined);
});

test("what is entered after the clock was set back is told to be later all the same", () => {
  assert.equal(momentAfter(AT_ONE, AT_TWO), AT_TWO);
  assert.equal(momentAfter(AT_ONE, AT_ONE), AT_ONE);
  assert.equal(momentAfter(AT_TWO, AT_ONE), "2026-01-02T02:00:00.001Z");
  for (const odd of ["", "yesterday", "+275760-09-13T00:00:00.000Z", "9999-12-31T23:59:59.999Z"]) assert.equal(momentAfter(odd, AT_ONE), AT_ONE);
});
