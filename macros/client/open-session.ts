/** Opens the session of a tab. */

import type { GuideIndex } from "./guide.ts";
import { followMoves } from "./moves.ts";
import { embeddedGuide } from "./page.ts";
import type { Session } from "./session.ts";
import { Store } from "./store/store.ts";

let session: Promise<Session> | undefined;

/** Opens the guide and the store once for the life of the tab. */
export function openSession(): Promise<Session> {
  return session ??= opened(embeddedGuide());
}

async function opened(guide: GuideIndex): Promise<Session> {
  const store = await Store.open({ guide: guide.guide.version });
  store.subscribe(() => moveAlong(store, guide));
  moveAlong(store, guide);
  return { guide, store };
}

/** A record saved before an id moved is brought up to date once, when it is first at hand. */
function moveAlong(store: Store, { guide: { moved_items, moved_fields } }: GuideIndex): void {
  const moves = { moved_items, moved_fields };
  if (followMoves(store.record, moves) !== store.record) store.edit((record) => followMoves(record, moves));
}
