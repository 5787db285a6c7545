import assert from "node:assert/strict";
import { test } from "node:test";
import { type Finding, faultIn } from "../../macros/client/faults.ts";

const finding = (keyword: string, error = "", instanceLocation = "#/stage"): Finding => ({ keyword, error, instanceLocation });

test("no finding is no fault", () => {
  assert.equal(faultIn([]), undefined);
});

test("findings that only point further in still give a sentence", () => {
  assert.equal(faultIn([finding("properties")]), "it does not follow the format of a record");
});

test("a finding that a later validator words otherwise still gives a sentence", () => {
  assert.equal(faultIn([finding("required", "one is missing")]), 'under "stage", something is missing');
  assert.equal(faultIn([finding("type", "it is wrong")]), 'under "stage", something else was expected');
  assert.equal(faultIn([finding("type", 'Expected "symbol".')]), 'under "stage", something else was expected');
  assert.equal(faultIn([finding("const")]), 'under "stage", there is something else than a record has');
});
