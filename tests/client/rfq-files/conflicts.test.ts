import assert from "node:assert/strict";
import { test } from "node:test";
import type { HashedFile } from "../../../macros/client/package/file-contents.ts";
import { Conflicts, conflictInWords } from "../../../macros/components/rfq-files/conflicts.ts";

const added = (sha256: string): HashedFile => ({ file: new File(["x"], "drawing.pdf"), sha256 });

test("files of one name wait one after another, each content once", () => {
  const conflicts = new Conflicts();
  for (const sha256 of ["b", "c", "b"]) conflicts.add("drawing.pdf", added(sha256));
  assert.deepEqual(conflicts.of("drawing.pdf").map(({ sha256 }) => sha256), ["b", "c"]);
  assert.equal(conflicts.take("drawing.pdf")?.sha256, "b");
  assert.equal(conflicts.take("drawing.pdf")?.sha256, "c");
  assert.equal(conflicts.take("drawing.pdf"), undefined);
});

test("how many wait is said", () => {
  assert.ok(conflictInWords(added("b"), 1).endsWith("and the new file is discarded when you close the page. 1 more file with this name is waiting."));
  assert.ok(conflictInWords(added("b"), 0).endsWith("and the new file is discarded when you close the page."));
});
