/** What all elements of a page share: the guide that the page embeds, and the one store. */

import type { GuideIndex } from "./guide.ts";
import { followMoves } from "./moves.ts";
import { embeddedGuide } from "./page.ts";
import type { Question } from "./questions.ts";
import { Store } from "./store/store.ts";
import type { RfqRecord } from "./types.ts";

/** What the files of a record leave to ask; `read` resolves once those of the one in use are looked into. */
export interface FileQuestions { questions: (record: RfqRecord) => Question[]; read: () => Promise<void> }

/** The guide and the store, and the questions of files where there are any. */
export interface Session { guide: GuideIndex; store: Store; files?: FileQuestions }

let guide: GuideIndex | undefined;
let session: Promise<Session> | undefined;

/** Opens the store once for the life of the tab, however often pages are swapped under it. */
export function openSession(): Promise<Session> {
  guide ??= embeddedGuide();
  const known = guide;
  session ??= Store.open({ guide: known.guide.version }).then((store) => {
    store.subscribe(() => moveAlong(store, known));
    moveAlong(store, known);
    return { guide: known, store };
  });
  return session;
}

/** A record saved before an id moved is brought up to date once, when it is first at hand. */
function moveAlong(store: Store, { guide: { moved_items, moved_fields } }: GuideIndex): void {
  const moves = { moved_items, moved_fields };
  if (followMoves(store.record, moves) !== store.record) store.edit((record) => followMoves(record, moves));
}
