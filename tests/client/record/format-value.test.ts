import assert from "node:assert/strict";
import { test } from "node:test";
import { formatValue } from "../../../macros/client/record/format-value.ts";
import type { Field, Value } from "../../../macros/client/record/types.ts";
import { GUIDE, cases } from "../support.ts";

const BLANK: Field = { ...GUIDE.fields[0]!, unit: null, options: [], columns: [] };

for (const { field, value, words } of cases<{ field: Partial<Field>; value: Value; words: string }>("values")) {
  test(`${JSON.stringify(value)} as ${field.kind} is said as the pages say it: ${words}`, () => {
    const columns = (field.columns ?? []).map((column) => ({ ...column, unit: column.unit ?? null }));
    assert.equal(formatValue({ ...BLANK, ...field, columns }, value), words);
  });
}
