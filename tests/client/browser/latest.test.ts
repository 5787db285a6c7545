import assert from "node:assert/strict";
import { test } from "node:test";
import { latestOnly } from "../../../macros/client/browser/latest.ts";

test("only the reading begun last answers, in whatever order they end", async () => {
  const latest = latestOnly();
  const ends: (() => void)[] = [];
  const reading = (name: string, error?: Error): Promise<string> =>
    new Promise((resolve, reject) => ends.push(() => (error ? reject(error) : resolve(name))));
  const answers = Promise.all([latest(reading("first")), latest(reading("second", new Error("overtaken"))), latest(reading("last"))]);
  for (const place of [2, 0, 1]) ends[place]!();
  assert.deepEqual(await answers, [undefined, undefined, "last"]);
  await assert.rejects(latest(Promise.reject(new Error("heard"))), /heard/);
});
