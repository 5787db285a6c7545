/** Opens the contents of files that this browser keeps, and has them stored and wiped as records change. */

import { latestOnly } from "../browser/latest.ts";
import { FileContents } from "../package/file-contents.ts";
import { isControlled } from "../record/export-control.ts";
import { StoredContents } from "../store/stored-contents.ts";
import type { Session } from "./session.ts";

/** Gives a session its contents: they are stored and wiped as the records in storage list files and declare export control. */
export function openContents(session: Session): void {
  const { guide, store } = session;
  const { database, now } = store.storage;
  const contents = new FileContents(new StoredContents(database, now, (record) => ![record, store.part(record.id) ?? record].some((each) => isControlled(guide, each))));
  session.contents = contents;
  let known = "";
  const latest = latestOnly();
  const settle = (): void => {
    // What lists no file has no say in what is stored, and most parts list none.
    const listing = store.records.filter(({ files }) => files.length > 0);
    const asListed = JSON.stringify(listing.map((record) => [isControlled(guide, record), record.files.map(({ sha256 }) => sha256)]));
    if (asListed === known) return;
    known = asListed;
    // Each save that is asked for is told here again: only the last to ask may look again, or two would ask each other without end.
    void latest(store.saved().then(() => store.state)).then((state) => {
      if (!state) return;
      // What lists the files is not stored yet: what is told next may be that it is.
      if (state === "failed" || state === "memory") known = "";
      void contents.settle();
    });
  };
  store.subscribe(settle);
  settle();
}
