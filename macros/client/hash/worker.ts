/** The worker that hashes one file: its text is embedded in the exports bundle, and started from a Blob. */

import { digestOf } from "./digest.ts";

/** What the worker says: how far it is, the digest, or that the file could not be read. */
export type Said = { bytes: number } | { digest: string } | { fault: string };

const page = self as unknown as { onmessage: (event: MessageEvent<Blob>) => void; postMessage: (said: Said) => void };

page.onmessage = ({ data }) => {
  digestOf(data, { progress: (bytes) => page.postMessage({ bytes }) }).then(
    (digest) => page.postMessage({ digest }),
    (error: Error) => page.postMessage({ fault: error.message }),
  );
};
