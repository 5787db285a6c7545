import assert from "node:assert/strict";
import { test } from "node:test";
import { oncePerFrame } from "../../../macros/client/browser/frames.ts";

test("what is asked for many times within a frame is done once, and not at all when it was called off", async () => {
  const frames: (() => void)[] = [];
  globalThis.requestAnimationFrame = (run) => frames.push(run as () => void);
  let shown = 0;
  const show = oncePerFrame(() => shown++);
  const frame = async (): Promise<void> => {
    for (const run of frames.splice(0)) run();
    await new Promise((resolve) => setTimeout(resolve, 1));
  };
  show.ask();
  show.ask();
  await frame();
  assert.equal(shown, 1);
  show.ask();
  show.cancel();
  await frame();
  assert.equal(shown, 1);
});
