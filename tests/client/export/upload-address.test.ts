import assert from "node:assert/strict";
import { test } from "node:test";
import { uploadAddress } from "../../../macros/client/export/upload-address.ts";
import type { Value } from "../../../macros/client/record/types.ts";
import { GUIDE, record } from "../support.ts";

const TEMPLATE = "https://a.example/q?lang=en&part={part-number}&rev={revision}#form";
const FREE = { "export-control": "not-controlled" };

function address(values: Record<string, Value>, template = TEMPLATE): string {
  return uploadAddress(template, GUIDE, record({ values })).address;
}

test("the form is told part number and revision, encoded so that they change nothing else of the address", () => {
  assert.equal(
    address({ ...FREE, "part-number": "A&B=1/2 #3?", revision: "<ß>\u202E" }),
    "https://a.example/q?lang=en&part=A%26B%3D1%2F2%20%233%3F&rev=%3C%C3%9F%3E%5BU%2B202E%5D#form",
  );
  assert.equal(address({ ...FREE, "part-number": "\uD800{revision}", revision: "C" }), "https://a.example/q?lang=en&part=%5BU%2BD800%5D%7Brevision%7D&rev=C#form");
});

test("what is blank is left out with its name", () => {
  assert.equal(address({ ...FREE, "part-number": " ", revision: "C" }), "https://a.example/q?lang=en&rev=C#form");
  assert.equal(address(FREE), "https://a.example/q?lang=en#form");
  assert.equal(address(FREE, "https://a.example/q?part={part-number}&rev={revision}"), "https://a.example/q");
  assert.equal(address({ ...FREE, revision: "C" }, "https://a.example/q?part={part-number}&rev={revision}"), "https://a.example/q?rev=C");
});

test("a long name does not make a long address", () => {
  assert.ok(address({ ...FREE, "part-number": "Ü".repeat(5000) }).length < 1500);
});

test("as long as export control is declared, unknown or not answered, the address says nothing of the part", () => {
  const part = { "part-number": "A-1", revision: "C" };
  for (const more of [{}, { "export-control": "itar" }, { "export-control": "not-assessed" }, { "export-control": "bogus" }, { ...FREE, cui: "yes" }, { ...FREE, "end-use": "defense" }, { ...FREE, "end-use": "defense", cui: " " }]) {
    assert.deepEqual(uploadAddress(TEMPLATE, GUIDE, record({ values: { ...part, ...more } })), { address: "https://a.example/q?lang=en#form", carries: false });
  }
  assert.equal(uploadAddress(TEMPLATE, GUIDE, record({ values: { ...part, ...FREE, "end-use": "defense", cui: "no" } })).carries, true);
  const build = { name: "1", stage: "pilot-run", at: "2026-10-01T09:00:00Z", values: { "export-control": "itar" }, answers: {} };
  assert.equal(uploadAddress(TEMPLATE, GUIDE, record({ values: { ...part, ...FREE }, builds: [build] })).carries, false);
});

test("an address that asks for nothing stays as it is", () => {
  assert.deepEqual(uploadAddress("https://a.example/q?a=1&b=2", GUIDE, record({ values: { ...FREE, "part-number": "A" } })), { address: "https://a.example/q?a=1&b=2", carries: false });
});
