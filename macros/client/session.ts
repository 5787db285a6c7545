/** What all elements of a page share: the guide that the page embeds, and the one store. */

import type { GuideIndex } from "./guide.ts";
import type { Question } from "./questions.ts";
import type { Store } from "./store/store.ts";
import type { RfqRecord } from "./types.ts";

/** What the files of a record leave to ask; `read` resolves once those of the one in use are looked into. */
export interface FileQuestions { questions: (record: RfqRecord) => Question[]; read: () => Promise<void> }

/** The guide and the store, and the questions of files where there are any. */
export interface Session { guide: GuideIndex; store: Store; files?: FileQuestions }
