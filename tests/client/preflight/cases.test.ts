/** What must be said of each file in `tests/golden/files/cases`, each with the reason it is there. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import type { CheckedFile } from "../../../macros/client/preflight/checks/check-context.ts";
import { describeFacts } from "../../../macros/client/preflight/describe-facts.ts";
import type { FileFacts } from "../../../macros/client/preflight/file-facts.ts";
import { guessRole, namesIn, plainRevision } from "../../../macros/client/preflight/file-names.ts";
import { type Check, preflight } from "../../../macros/client/preflight/preflight.ts";
import { readFacts, usualEndingOf } from "../../../macros/client/preflight/readers/read-file.ts";
import type { Values } from "../../../macros/client/record/types.ts";
import { DATA, Memory } from "../files-support.ts";
import { READ_PDF } from "../pdf-support.ts";
import { GUIDE, record } from "../support.ts";

const CASES = new URL("../../golden/files/cases/", import.meta.url);

type Expected = Record<string, string | number | boolean | (string | number)[]>;
interface Case { id: string; file: string; record: Values; expect: Expected; why: string }
interface Said { facts: FileFacts; checks: Check[]; file: CheckedFile; words: string }

async function said({ id, file: name, record: values }: Case): Promise<Said> {
  const content = new Memory(name, readFileSync(new URL(`${id}/${name}`, CASES)));
  const facts = await readFacts(content, DATA, READ_PDF);
  const role = guessRole(name, DATA, await usualEndingOf(content, DATA));
  const file: CheckedFile = { name, size: content.size, role, revision: namesIn(name, DATA).revision, facts };
  const checks = preflight(DATA, GUIDE, record({ values }), [file]);
  const spoken = checks.flatMap((check) => [check.says, ...check.evidence, check.ask ?? ""]);
  return { facts, checks, file, words: [describeFacts(facts), ...spoken].join("\n") };
}

const includes = (text: string | undefined, part: unknown): void => assert.ok(text?.includes(String(part)), `${text} has no ${String(part)}`);
const near = (found: number[] | undefined, wanted: number[]): void => assert.deepEqual(found?.map((each) => Number(each.toFixed(3))), wanted);

/** How each expectation is looked at; all others are the result of a check by its id. */
const LOOKS: Record<string, (wanted: never, said: Said) => void> = {
  fits: (wanted: boolean, { facts }) => assert.equal(facts.fits, wanted),
  unit: (wanted: string, { facts }) => assert.equal(facts.unit, wanted),
  kind: (wanted: string, { facts }) => assert.equal(facts.kind, wanted),
  role: (wanted: string, { file }) => assert.equal(file.role, wanted),
  format: (wanted: string, { facts }) => assert.equal(facts.format, wanted),
  geometry: (wanted: string, { facts }) => assert.equal(facts.geometry, wanted),
  solids: (wanted: number, { facts }) => assert.equal(facts.solids, wanted),
  products: (wanted: number, { facts }) => assert.equal(facts.assembly?.products, wanted),
  occurrences: (wanted: number, { facts }) => assert.equal(facts.assembly?.occurrences, wanted),
  assembly: (wanted: boolean, { facts }) => assert.equal(facts.assembly !== undefined, wanted),
  triangles: (wanted: number, { facts }) => assert.equal(facts.triangles, wanted),
  watertight: (wanted: boolean, { facts }) => assert.equal(facts.watertight, wanted),
  extents: (wanted: number[], { facts }) => near(facts.extents, wanted),
  lists: (wanted: string[], { facts }) => assert.deepEqual(facts.contains?.map(({ name }) => name), wanted),
  says: (wanted: string, { words }) => includes(words, wanted),
  revision: (wanted: string, { file }) => assert.equal(plainRevision(file.revision ?? "", DATA), plainRevision(wanted, DATA)),
  "format-contains": (wanted: string, { facts }) => includes(facts.format, wanted),
  "system-contains": (wanted: string, { facts }) => includes(facts.system, wanted),
  "product-id": (wanted: string, { facts }) => assert.equal(facts.products?.[0]?.id, wanted),
  "problems-not": (wanted: string, { facts }) => assert.ok(!facts.problems.join().includes(wanted)),
  "says-not": (wanted: string, { words }) => assert.ok(!words.includes(wanted)),
  "mentions-file": (wanted: string, { checks }) => includes(checks.flatMap(({ evidence }) => evidence).join(), wanted),
  // A check and, after a colon, what its evidence would have been: no check that looks inside the file may say so.
  never: (wanted: string, { checks }) => {
    const [result, evidence = ""] = wanted.split(": ");
    const inside = checks.filter(({ id }) => /-in-(?:model|drawing)$|^whole-files$/.test(id) && id !== "units-in-model");
    assert.deepEqual(inside.filter((check) => check.result === result && check.evidence.join().includes(evidence)), []);
  },
};

for (const id of readdirSync(CASES)) {
  const each = JSON.parse(readFileSync(new URL(`${id}/expected.json`, CASES), "utf8")) as Case;
  test(`${id}: ${each.why}`, async () => {
    const found = await said(each);
    for (const [what, wanted] of Object.entries(each.expect)) {
      const look = LOOKS[what];
      if (look) {
        look(wanted as never, found);
        continue;
      }
      const result = found.checks.find((check) => check.id === what)?.result ?? "not made";
      const not = /^not (.+)$/.exec(String(wanted))?.[1];
      if (not) assert.notEqual(result, not, what);
      else assert.ok(String(wanted).split(" or ").includes(result), `${what}: ${result}\n${found.words}`);
    }
  });
}
