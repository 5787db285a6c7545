import assert from "node:assert/strict";
import { test } from "node:test";
import type { RfqRecord, Status } from "../../../macros/client/record/types.ts";
import { type Evaluation, evaluate } from "../../../macros/client/summary/evaluate.ts";
import type { Question } from "../../../macros/client/summary/questions.ts";
import { GUIDE, example, record } from "../support.ts";

const TODAY = "2026-09-08";
const LOCKS = GUIDE.checklist("pilot-lock").items;
const C = example("rev-c");

function locked(status: Status, ...of: string[]): RfqRecord {
  const answers = Object.fromEntries(of.map((id) => [`pilot-lock/${id}`, { status }]));
  return { ...C, answers: { ...C.answers, ...answers } };
}

function judged(of: RfqRecord, ofFiles: Question[] = []): Evaluation {
  return evaluate(GUIDE, of, TODAY, ofFiles);
}

test("the most cautious outcome among the open locks decides, and stands first", () => {
  const of = locked("open", "inspection-documents", "critical-dimensions", "cad-and-drawing");
  const { verdict } = judged({ ...of, values: { ...of.values, "critical-dims": [], "drawing-status": "prototype" } });
  assert.equal(verdict.outcome.id, "prototype");
  assert.deepEqual(verdict.blockers.map(({ outcome }) => outcome), ["prototype", "review", "settle"]);
});

test("a complete record is ready, and in doubt once a rule or a file asks", () => {
  assert.deepEqual([judged(C).verdict.outcome.id, judged(C).questions, judged(C).verdict.blockers], ["ready", [], []]);
  const file: Question = { text: "Which revision counts?", about: "file", id: "one-revision" };
  for (const { verdict } of [judged(C, [file]), judged({ ...C, values: { ...C.values, "pilot-qty": 700 } })]) {
    assert.equal(verdict.outcome.id, "doubtful");
  }
});

test("ticks over what is missing or vague hold the verdict and are counted", () => {
  const { masked: _, ...values } = C.values;
  const one = judged({ ...C, values: values as RfqRecord["values"] });
  assert.deepEqual([one.verdict.outcome.id, one.verdict.outcome.label], ["ticked", "Ticked, but one detail is missing or vague"]);
  const two = judged({ ...C, values: { ...values, alloy: "TBD" } as RfqRecord["values"] });
  assert.match(two.verdict.outcome.label, /^Ticked, but 2 details/);
  assert.match(two.verdict.blockers.map(({ text }) => text).join(), /ticked, but missing: Masked features/);
});

test("the next step of an open lock is that of its reason, else the control that answers the first question", () => {
  const open = locked("open", "finish-and-masking");
  const { finish: _, ...values } = open.values;
  assert.equal(judged({ ...open, values: values as RfqRecord["values"] }).verdict.outcome.next.page, "/topics/design-guide/");
  const { "due-date": __, ...without } = C.values;
  const short = judged({ ...C, values: without as RfqRecord["values"] }).verdict.outcome;
  assert.deepEqual([short.id, short.next.page], ["short", "/readiness/#field-due-date"]);
});

test("open locks do not count against a prototype", () => {
  const of = record({ stage: "proof-prototype", values: { "part-number": "P-1" } });
  const { verdict, questions } = judged(of);
  assert.deepEqual([verdict.outcome.id, verdict.blockers], ["short", []]);
  assert.ok(questions.every(({ about }) => about === "field"));
});

test("an item says how far it is by its details, with the tick on top", () => {
  const state = (of: RfqRecord, ref = "pilot-lock/finish-and-masking"): string => judged(of).items.get(ref)!.state;
  assert.equal(state(record({ stage: "pilot-run" })), "not-started");
  assert.equal(state(record({ stage: "pilot-run", values: { finish: "MIL-DTL-5541 Type II Class 3" } })), "partly");
  assert.equal(state(locked("open", "finish-and-masking")), "given");
  assert.equal(state(C), "settled");
  assert.equal(state({ ...C, values: { ...C.values, finish: "TBD" } }), "partly");
  const none = { ...C, answers: { ...C.answers, "pilot-lock/critical-dimensions": { status: "na" as const, note: "none, A. Berg" } } };
  assert.equal(state(none, "pilot-lock/critical-dimensions"), "na");
});

test("an item that was set aside as a whole, and may not be today, is asked which detail it meant", () => {
  const of = { ...C, answers: { ...C.answers, "pilot-lock/packing-and-labeling": { status: "na" as const, note: "not needed" } } };
  const { questions, verdict } = judged(of);
  assert.deepEqual([verdict.outcome.id, questions.length], ["settle", 1]);
  assert.match(questions[0]!.text, /^Packing and labeling was set aside/);
});

test("where nothing is filled in, one question on the whole is asked", () => {
  const { questions } = judged(record({ stage: "pilot-run" }));
  for (const { id } of LOCKS) assert.ok(questions.filter((each) => each.id === `pilot-lock/${id}`).length <= 1);
  assert.ok(questions.some(({ text }) => text === GUIDE.item("pilot-lock/cad-and-drawing").ask));
  assert.ok(questions.length < 25);
});

test("a word that answers nothing is quoted once, however many rows say it", () => {
  const rows = (C.values["critical-dims"] as { id: string }[]).map((row) => ({ ...row, limits: "TBD" }));
  const { questions } = judged({ ...C, values: { ...C.values, "critical-dims": rows } });
  assert.deepEqual(questions.map(({ text }) => text), ["Critical dimension list says “TBD” in 6 rows. What exactly?"]);
});

test("a plain machined pilot part is asked for few details, and a prototype for fewer", () => {
  const plain = (stage: string, values: RfqRecord["values"]): number =>
    [...evaluate(GUIDE, record({ stage, values }), TODAY).fields.values()].filter(({ asked }) => asked).length;
  const part: RfqRecord["values"] = {
    "end-use": "industrial", "order-type": "single", "also-involves": ["none"], "drawing-status": "released", alloy: "6061", finish: "as machined",
    fai: "none", "material-cert": "mtr", "cad-file": "P.stp", "drawing-file": "P.pdf", precedence: "drawing",
    "last-build": [{ id: "a", revision: "A" }], revision: "B", "critical-dims": [{ id: "a", limits: "1", check: "100%" }],
  };
  assert.deepEqual([plain("pilot-run", part), plain("pilot-run", { ...part, fai: "full" })], [31, 32]);
  assert.deepEqual([plain("proof-prototype", part), plain("functional-prototype", part)], [9, 15]);
});

test("a lock that is open decides before those that were ticked, and stands before them", () => {
  const { masked: _, ...values } = C.values;
  const { verdict } = judged({ ...locked("open", "critical-dimensions"), values: values as RfqRecord["values"] });
  assert.notEqual(verdict.outcome.id, "ticked");
  assert.deepEqual(verdict.blockers.map(({ outcome }) => outcome), [verdict.outcome.id, "ticked"]);
});

test("nothing holds a part back that is at the last stage", () => {
  const last = GUIDE.stages.at(-1)!.id;
  const { levels } = judged(record({ levels: Object.fromEntries(GUIDE.levels.map(({ id }) => [id, last])) }));
  assert.deepEqual([levels.stage, levels.limiting], [last, []]);
});
