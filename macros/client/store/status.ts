/** How the record in use is kept, and what a reader is told about it: one sentence at a time. */

/** How the record in use is kept. */
export type State = "saved" | "saving" | "memory" | "failed" | "read-only";

const NOTICES = {
  saving: "Saving in this browser.",
  saved: "Saved in this browser.",
  memory: "This browser's storage is blocked: save a copy before you leave this page, or what you entered is gone.",
  held: "Another tab has an older version of this guide open: close it, and what you enter here is saved.",
  full: "This browser's storage is full: save a copy to keep your changes; your next change tries again to save.",
  failed: "Saving failed: save a copy to keep your changes; your next change tries again to save.",
  newer: "A newer version of this guide saved this part: it is read-only here, reload the page to change it.",
  cleared: "The parts saved in this browser were cleared: your next change saves what this page still has.",
  gone: "This part was deleted in another tab; editing it here restores it.",
  unreadable: "A saved part could not be read. It is kept whole: download it to look at it.",
  clearable: "Saved in this browser, which may clear it (Safari after 7 days without a visit): save a copy.",
};

/** The record in use, as far as its state depends on it. */
export interface InUse { readOnly: boolean; waits: boolean; isBlank: boolean }

/** What reading and writing came to. */
export class SaveStatus {
  /** Why the last attempt to read or write failed. */
  error: "memory" | "held" | "full" | "failed" | undefined;
  /** What else the reader should know, until the next change is written. */
  warning: "gone" | "cleared" | "unreadable" | undefined;
  /** How many things in storage are no record of this guide. */
  unreadable = 0;
  /** Whether the browser may clear what is stored, as far as it said. */
  clearable = false;
  /** Whether the browser was asked not to. */
  askedToPersist = false;

  /** All that waited is written. */
  written(): void {
    this.error = undefined;
    this.warning = undefined;
  }

  /** Reading or writing failed; without a database the page works from memory. */
  failed(error: Error, { available, held }: { available: boolean; held: boolean }): void {
    if (!available) this.error = held ? "held" : "memory";
    else this.error = error.name === "QuotaExceededError" ? "full" : "failed";
  }

  state({ readOnly, waits }: InUse): State {
    if (readOnly) return "read-only";
    if (this.error) return this.error === "memory" ? "memory" : "failed";
    return waits ? "saving" : "saved";
  }

  /** One sentence for the reader about the state; nothing where nothing was entered yet. */
  notice({ readOnly, waits, isBlank }: InUse): string {
    if (readOnly) return NOTICES.newer;
    if (this.error) return NOTICES[this.error];
    if (waits) return NOTICES.saving;
    if (this.warning) return NOTICES[this.warning];
    if (isBlank) return "";
    return this.clearable ? NOTICES.clearable : NOTICES.saved;
  }
}
