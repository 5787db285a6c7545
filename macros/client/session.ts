/** What all elements of a page share: the guide that the page embeds, and the one store. */

import type { GuideIndex } from "./guide.ts";
import { followMoves } from "./moves.ts";
import { embeddedGuide } from "./page.ts";
import type { Question } from "./questions.ts";
import { Store } from "./store/store.ts";

/** The guide and the store; and, where files were looked into, what they leave to ask of which part. */
export interface Session { guide: GuideIndex; store: Store; files?: { part: string; questions: Question[] } }

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
