import assert from "node:assert/strict";
import { test } from "node:test";
import type { FileContents, HashedFile } from "../../../macros/client/package/file-contents.ts";
import { factsOfEntry } from "../../../macros/client/preflight/kept-facts.ts";
import { Conflicts, type FileStatus, conflictInWords, fileStatus } from "../../../macros/components/rfq-files/conflicts.ts";
import { record } from "../support.ts";

const added = (sha256: string): HashedFile => ({ file: new File(["x"], "drawing.pdf"), sha256 });

test("files of one name wait one after another, each content once", () => {
  const conflicts = new Conflicts();
  for (const sha256 of ["b", "c", "b"]) conflicts.add("drawing.pdf", added(sha256));
  assert.deepEqual(conflicts.of("drawing.pdf").map(({ sha256 }) => sha256), ["b", "c"]);
  assert.equal(conflicts.take("drawing.pdf")?.sha256, "b");
  assert.equal(conflicts.take("drawing.pdf")?.sha256, "c");
  assert.equal(conflicts.take("drawing.pdf"), undefined);
});

test("what was read earlier has words that say when, and nothing new to look at", () => {
  const sha256 = "a".repeat(64);
  const entry = { name: "drawing.pdf", sha256, read: { sha256, at: "2026-09-08T09:00:00Z", facts: { kind: "pdf", format: "PDF", pages: 2 } } };
  const contents = { of: () => undefined } as unknown as FileContents;
  const status = (isRead: boolean): FileStatus =>
    fileStatus(record({ files: [entry] }), entry, new Conflicts(), contents, { isRead: () => isRead, factsOf: () => factsOfEntry(entry), whyUnread: () => "" });
  assert.deepEqual([status(false).facts, status(true).facts], ["PDF, 2 sheets (read on 2026-09-08)", "PDF, 2 sheets"]);
  assert.equal(status(false).look, undefined);
  assert.equal(status(true).look?.pages, 2);
});

test("how many wait is said", () => {
  assert.ok(conflictInWords(added("b"), 1).endsWith("and the new file is discarded when you close the page. 1 more file with this name is waiting."));
  assert.ok(conflictInWords(added("b"), 0).endsWith("and the new file is discarded when you close the page."));
});
