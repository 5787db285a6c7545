import assert from "node:assert/strict";
import { test } from "node:test";
import { cellOf, outsideAddress } from "../../macros/client/export/facts.ts";

test("a cell that a row does not have is empty, even where every object has a property of that name", () => {
  assert.equal(cellOf({ id: "1" }, { id: "constructor", label: "C", kind: "text", unit: null }), "");
  assert.equal(cellOf({ id: "1", limits: " a\tb " }, { id: "limits", label: "Limits", kind: "text", unit: null }), "a b");
  assert.equal(cellOf({ id: "1", balloon: 0 }, { id: "balloon", label: "Balloon", kind: "integer", unit: null }), 0);
});

test("only a whole address of the web or of mail leads outside", () => {
  for (const url of ["https://a.example/x?y=1#z", "HTTP://a.example", "mailto:a@b.example"]) {
    assert.equal(outsideAddress(url), url);
  }
  const others = ["/upload/", "", "javascript:https://a.example", "data:text/html,x", "//a.example", "https://a b", "https://"];
  for (const url of others) {
    assert.equal(outsideAddress(url), null);
  }
});
