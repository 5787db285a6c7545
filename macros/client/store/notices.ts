/** What a reader is told about saving: one sentence at a time. */

/** How the record in use is kept. */
export type State = "saved" | "saving" | "memory" | "failed" | "read-only";

/** A sentence for each way that a record can be kept, or not. */
export const NOTICES = {
  saving: "Saving.",
  saved: "Saved in this browser.",
  memory: "This browser's storage is blocked: download the record before you close the page, or it is gone.",
  full: "This browser's storage is full: download the record to keep your changes; the next one tries again to save.",
  failed: "Saving failed: download the record to keep your changes; the next one tries again to save.",
  newer: "A newer version of this guide saved this part: it is read-only here, reload the page to change it.",
  gone: "This part was deleted in another tab; a change here brings it back.",
  unreadable: "A saved part could not be read: it is kept whole, download it to look into it.",
  clearable: "Saved in this browser, which may clear it (Safari after 7 days without a visit): download a copy.",
};

/** The name of one of the sentences. */
export type Matter = keyof typeof NOTICES;
