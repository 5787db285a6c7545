/** Records as a quoting engineer judges them, put to the guide: each case changes one of two complete records. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { isControlled } from "../../../macros/client/record/export-control.ts";
import { migrate } from "../../../macros/client/record/migrate.ts";
import type { RfqRecord } from "../../../macros/client/record/types.ts";
import { evaluate } from "../../../macros/client/summary/evaluate.ts";
import { GUIDE, record } from "../support.ts";

/** What is expected of the verdict's words and of the questions: patterns, whatever their case. */
interface Expected {
  outcome?: string; says?: string[]; never?: string[]; asks?: string[]; never_asks?: string[]; count?: number; at_most?: number;
  /** `off`: the record may not travel in a link. */
  links?: "off"; part?: string; next_is_not?: string;
}

/** A case: what it takes from `base` (worked, where it does not say), a value of null taken away, and the day. */
interface Case extends Partial<Pick<RfqRecord, "stage" | "answers" | "na" | "levels">> {
  id: string; words?: string; base?: "worked" | "plain" | "nothing"; values?: Record<string, RfqRecord["values"][string] | null>; today?: string; expect: Expected;
}

const FOLDER = new URL("../../golden/judgment/", import.meta.url);
const TODAY = "2026-09-08";

function json<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, FOLDER), "utf8")) as T;
}

function recordOf({ base = "worked", stage, values = {}, answers, na, levels }: Case): RfqRecord {
  const before = base === "nothing" ? record() : json<RfqRecord>(`base/${base}.json`);
  const kept = Object.entries({ ...before.values, ...values }).filter((entry): entry is [string, RfqRecord["values"][string]] => entry[1] !== null);
  return migrate({
    ...before, stage: stage ?? before.stage, values: Object.fromEntries(kept),
    answers: { ...before.answers, ...answers }, na: na ?? {}, levels: levels ?? before.levels,
  }, GUIDE);
}

function matches(pattern: string, text: string): boolean {
  return new RegExp(pattern, "i").test(text);
}

for (const name of readdirSync(FOLDER).filter((each) => each.endsWith(".json"))) {
  for (const each of json<Case[]>(name)) {
    test(`${name.replace(".json", "")}: ${each.id}`, () => {
      const judged = recordOf(each);
      const { verdict: { outcome }, questions, levels } = evaluate(GUIDE, judged, each.today ?? TODAY);
      const texts = questions.map(({ text }) => text);
      const words = `${outcome.label}. ${outcome.text}`;
      const { expect } = each;
      const said = `${outcome.id}: ${words}\n${texts.join("\n")}`;
      if (expect.outcome) assert.equal(outcome.id, expect.outcome, said);
      for (const pattern of expect.says ?? []) assert.ok(matches(pattern, words), `does not say ${pattern}: ${said}`);
      for (const pattern of expect.never ?? []) assert.ok(!matches(pattern, words), `says ${pattern}: ${said}`);
      for (const pattern of expect.asks ?? []) assert.ok(texts.some((text) => matches(pattern, text)), `does not ask ${pattern}: ${said}`);
      for (const pattern of expect.never_asks ?? []) assert.ok(!texts.some((text) => matches(pattern, text)), `asks ${pattern}: ${said}`);
      if (expect.count !== undefined) assert.equal(texts.length, expect.count, said);
      if (expect.at_most !== undefined) assert.ok(texts.length <= expect.at_most, said);
      assert.ok(texts.every((text) => text.endsWith("?") && !text.includes("{")), said);
      if (expect.links) assert.ok(isControlled(GUIDE, judged), "a link would carry it");
      if (expect.part) assert.equal(levels.stage, expect.part);
      if (expect.next_is_not) assert.ok(!outcome.next.url.includes(expect.next_is_not), outcome.next.url);
    });
  }
}
