/** What all elements of a page share: the guide, the one store, and what is known of files. */

import type { FileContents, HashedFile } from "../package/file-contents.ts";
import type { GuideIndex } from "../record/guide-index.ts";
import type { RfqRecord } from "../record/types.ts";
import type { Store } from "../store/store.ts";
import type { ItemEvaluation } from "../summary/evaluate-items.ts";
import type { Question } from "../summary/questions.ts";
import { theGuide } from "./site.ts";

/**
 * What the files of a record leave to ask; `read` resolves once those of the one in use are looked into, and `kept` gives a
 * record with what was read of its files.
 */
export interface FileInspector {
  questions: (record: RfqRecord) => Question[];
  read: (record: RfqRecord) => Promise<void>;
  kept: (record: RfqRecord, now: string) => RfqRecord;
}

/** What was worked out of a record on a day. */
export interface EvaluatedItems { record: RfqRecord; day: string; items: ItemEvaluation }

/** One for each page, whatever part is in use on it. */
export interface Session {
  readonly guide: GuideIndex;
  readonly store: Store;
  /** Once the summary is there: whoever has to do with files comes after it. */
  contents: FileContents;
  /** The files that wait for the reader's decision, by part and then by the listed name. */
  readonly conflicts: Map<string, Map<string, HashedFile[]>>;
  /** Of the record in use, once it was asked for. */
  evaluated?: EvaluatedItems;
  /** Once a part has files, and while it is loaded. */
  inspector?: FileInspector;
  inspecting?: Promise<void>;
  /** Whether the check sheet goes along within the request: the reader's choice, as long as the page is open. */
  withCheckSheet: boolean;
  /** Whether a package is being put together: a second one would take as long and say the same. */
  packing: boolean;
}

/** Every bundle holds its own copy of this code; they share this. */
const page = globalThis as unknown as { rfqGuideSession?: () => Promise<Session> };

/** Lets all bundles have one session, with the store that the first bundle alone holds. */
export function provideSession(openStore: typeof Store.open): void {
  let session: Promise<Session> | undefined;
  page.rfqGuideSession = () => session ??= openSession(theGuide(), openStore);
}

/** The session of the page, opened when it is first asked for. */
export function theSession(): Promise<Session> {
  return page.rfqGuideSession!();
}

/** Whether there is a session: a page and a bundle that do not belong together open none. */
export function hasSession(): boolean {
  return !!page.rfqGuideSession;
}

async function openSession(guide: GuideIndex, openStore: typeof Store.open): Promise<Session> {
  const store = await openStore({ guide });
  return { guide, store, conflicts: new Map(), withCheckSheet: false, packing: false } as Partial<Session> as Session;
}
