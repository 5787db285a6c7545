import assert from "node:assert/strict";
import { test } from "node:test";
import { SaveStatus } from "../../../macros/client/store/status.ts";

const IN_USE = { readOnly: false, waits: false, isBlank: false };

function afterError(name: string, available: boolean, held: boolean): SaveStatus {
  const status = new SaveStatus();
  status.failed(new DOMException("", name), { available, held });
  return status;
}

test("a reader is told why nothing is saved", () => {
  const cases: [SaveStatus, string, RegExp][] = [
    [afterError("QuotaExceededError", true, false), "failed", /storage is full/],
    [afterError("AbortError", true, false), "failed", /^Saving failed/],
    [afterError("AbortError", false, true), "failed", /^Another tab has an older version/],
    [afterError("AbortError", false, false), "memory", /storage is blocked/],
  ];
  for (const [status, state, notice] of cases) {
    assert.equal(status.state(IN_USE), state);
    assert.match(status.notice(IN_USE), notice);
    status.written();
    assert.equal(status.notice(IN_USE), "Saved in this browser.");
  }
});

test("what else there is to know stands in place of “saved” until the next change is written", () => {
  const status = new SaveStatus();
  status.warning = "gone";
  assert.match(status.notice(IN_USE), /^This part was deleted in another tab/);
  assert.equal(status.notice({ ...IN_USE, waits: true }), "Saving in this browser.");
  status.written();
  assert.equal(status.notice(IN_USE), "Saved in this browser.");
  assert.equal(status.notice({ ...IN_USE, isBlank: true }), "");
});
