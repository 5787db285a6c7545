import assert from "node:assert/strict";
import { test } from "node:test";
import { type SchemaError, schemaErrorIn } from "../../../macros/client/import/schema-errors.ts";

const fault = (keyword: string, error = "", instanceLocation = "#/stage"): SchemaError => ({ keyword, error, instanceLocation });

test("no finding is no fault", () => {
  assert.equal(schemaErrorIn([]), undefined);
});

test("findings that only point further in still give a sentence", () => {
  assert.equal(schemaErrorIn([fault("properties")]), "it does not follow the format of a record");
});

test("a finding that a later validator words otherwise still gives a sentence", () => {
  assert.equal(schemaErrorIn([fault("required", "one is missing")]), 'under "stage", something is missing');
  assert.equal(schemaErrorIn([fault("type", "it is wrong")]), 'under "stage", something else was expected');
  assert.equal(schemaErrorIn([fault("type", 'Expected "symbol".')]), 'under "stage", something else was expected');
  assert.equal(schemaErrorIn([fault("const")]), 'under "stage", unexpected value');
});
