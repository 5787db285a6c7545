import assert from "node:assert/strict";
import { test } from "node:test";
import { fileName } from "../../../macros/client/export/file-name.ts";

const name = (part: string, revision = "", stage: string | null = null): string =>
  fileName({ part, revision, date: "2026-09-08" }, stage, "md");

test("a name has part, revision, stage and date", () => {
  assert.equal(name("TVR-10427", "C", "pilot-run"), "RFQ_TVR-10427_RevC_pilot-run_2026-09-08.md");
});

test("empty parts are left out", () => {
  assert.equal(name(""), "RFQ_2026-09-08.md");
  assert.equal(name("A", "", "pilot-run"), "RFQ_A_pilot-run_2026-09-08.md");
  assert.equal(name("", "B"), "RFQ_RevB_2026-09-08.md");
  assert.equal(name("///", "…"), "RFQ_2026-09-08.md");
});

test("other characters become hyphens, and none is left at the ends", () => {
  assert.equal(name("TVR 10427/§ (new)", "C 2"), "RFQ_TVR-10427-new_RevC-2_2026-09-08.md");
});

test("Latin letters stay, without their marks", () => {
  assert.equal(name("ZYL-Gehäuse_4711/ß"), "RFQ_ZYL-Gehause_4711-ss_2026-09-08.md");
  assert.equal(name("Łódź Ærø", "É"), "RFQ_Lodz-Aero_RevE_2026-09-08.md");
  assert.equal(name("ＡＢ１２"), "RFQ_AB12_2026-09-08.md");
});

test("a part number of another script goes by its codes, and never to nothing", () => {
  assert.equal(name("零件"), "RFQ_96F6-4EF6_2026-09-08.md");
  assert.equal(name("零件-12"), "RFQ_12_2026-09-08.md");
  assert.equal(name("деталь", "Б"), "RFQ_0434-0435-0442-0430-043B-044C_Rev0411_2026-09-08.md");
});

test("a name is no path and hides nothing", () => {
  assert.equal(name("../../etc/passwd"), "RFQ_etc-passwd_2026-09-08.md");
  assert.equal(name("a..b", ".."), "RFQ_a.b_2026-09-08.md");
  assert.equal(name("C:\\CON"), "RFQ_C-CON_2026-09-08.md");
});

test("a name stays within 120 characters, whatever its parts are", () => {
  const [part, revision, date] = ["x".repeat(500), "y".repeat(500), "2026-09-08".repeat(9)];
  const long = fileName({ part, revision, date }, "z".repeat(99), "e".repeat(99));
  assert.equal(long.length, "RFQ_".length + 47 + "_Rev".length + 16 + 1 + 24 + 1 + 10 + 1 + 12);
  assert.ok(long.length <= 120);
});
