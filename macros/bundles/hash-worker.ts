/** The worker that hashes one file: its text is embedded in the exports bundle, and started from a Blob. */

import { type HashMessage, digestOf } from "../client/hash/digest.ts";

const page = self as unknown as { onmessage: (event: MessageEvent<Blob>) => void; postMessage: (message: HashMessage) => void };

page.onmessage = ({ data }) => {
  digestOf(data, { progress: (bytes) => page.postMessage({ bytes }) }).then(
    (digest) => page.postMessage({ digest }),
    (error: Error) => page.postMessage({ fault: error.message }),
  );
};
