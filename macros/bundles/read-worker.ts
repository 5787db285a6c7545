/** The worker that reads one file, but for PDFs: its text is embedded in the exports bundle, and started from a Blob. */

import type { FileToRead } from "../client/page/read-file.ts";
import { sourceOf } from "../client/preflight/readers/bytes.ts";
import { readFacts } from "../client/preflight/readers/read-file.ts";

self.addEventListener("message", async ({ data: { name, content, data } }: MessageEvent<FileToRead>) => {
  self.postMessage(await readFacts(sourceOf(name, content), data));
});
