import assert from "node:assert/strict";
import { test } from "node:test";
import { type Offer, Offers, offersInWords } from "../../macros/components/rfq-files/offers.ts";

const offer = (sha256: string): Offer => ({ file: new File(["x"], "drawing.pdf"), sha256 });

test("files of one name wait one after another, each content once", () => {
  const offers = new Offers();
  for (const sha256 of ["b", "c", "b"]) offers.add("drawing.pdf", offer(sha256));
  assert.deepEqual(offers.of("drawing.pdf").map(({ sha256 }) => sha256), ["b", "c"]);
  assert.equal(offers.take("drawing.pdf")?.sha256, "b");
  assert.equal(offers.take("drawing.pdf")?.sha256, "c");
  assert.equal(offers.take("drawing.pdf"), undefined);
});

test("how many wait is said", () => {
  assert.ok(offersInWords([offer("b"), offer("c")]).endsWith("and the new file is let go when you close the page. After it 1 more of this name to decide on."));
  assert.ok(offersInWords([offer("b")]).endsWith("and the new file is let go when you close the page."));
});
