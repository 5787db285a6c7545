/** What a quoting desk made of the questions on a record, kept in this browser: its words alone, nothing of the record. */

import { THIRTY_DAYS } from "../text/dates.ts";
import { Database } from "./database.ts";
import { existingDatabase, OPEN_TIMEOUT } from "./existing-database.ts";

/** One question: whether it is kept, and as the desk words it. */
export interface DeskWord { kept: boolean; text: string }

/** What was made of the questions on one record, by the key of each, and the desk's own questions. */
interface DeskWords { at: string; mine: Record<string, DeskWord>; own: string[] }

/** All words of a page on one record, and those that changed there. */
interface Given { words: DeskWords; changed: Record<string, DeskWord> }

const KEY = "desk";

type AllWords = Record<string, DeskWords>;

/** Reads and writes the words by the id of the record; a browser without storage has none, and forgets them with the page. */
export class DeskWordsStore {
  readonly #factory: () => IDBFactory;
  readonly #database: Database;
  readonly #waiting = new Map<string, Given>();
  #writing: Promise<boolean> | undefined;

  constructor(factory: () => IDBFactory = () => indexedDB) {
    this.#factory = factory;
    this.#database = new Database(factory);
  }

  /** The words on a record; a browser in which nothing was ever stored is left as it is. */
  async load(record: string): Promise<DeskWords | undefined> {
    try {
      const existing = await existingDatabase(this.#factory(), OPEN_TIMEOUT);
      if (!existing) return undefined;
      existing.close();
      const all = await this.#database.transact("readonly", async (tx) => await tx.objectStore("settings").get(KEY) as unknown, ["settings"]);
      return wordsIn(all).get(record);
    } catch {
      return undefined;
    }
  }

  /** Keeps the words on a record, over those that are kept only where they changed; says, once the last that were given are written, whether it could. */
  save(record: string, words: DeskWords, changed: Record<string, DeskWord>): Promise<boolean> {
    this.#waiting.set(record, { words, changed });
    return this.#writing ??= this.#writeAll().finally(() => { this.#writing = undefined; });
  }

  /** While one state is written, only the last that comes meanwhile waits: whoever types fast makes many. */
  async #writeAll(): Promise<boolean> {
    try {
      while (this.#waiting.size > 0) {
        const given = new Map(this.#waiting);
        this.#waiting.clear();
        await this.#write(given);
      }
      return true;
    } catch {
      return false;
    }
  }

  /** Words that were left alone for thirty days go with the next that are written. */
  #write(given: Map<string, Given>): Promise<void> {
    return this.#database.transact("readwrite", async (tx) => {
      const settings = tx.objectStore("settings");
      const all = wordsIn(await settings.get(KEY) as unknown);
      const since = Date.now() - THIRTY_DAYS;
      const kept = new Map([...all].filter(([, { at }]) => Date.parse(at) >= since));
      for (const [record, one] of given) kept.set(record, joined(all.get(record), one));
      await settings.put(Object.fromEntries(kept) satisfies AllWords, KEY);
    }, ["settings"]);
  }
}

/** What a page has, and what of it changed there, with those that are kept: another page may have worded other questions on the same record. */
function joined(kept: DeskWords | undefined, { words: { at, mine, own }, changed }: Given): DeskWords {
  return { at, mine: { ...mine, ...kept?.mine, ...changed }, own: kept && kept.own.length > own.length ? kept.own : own };
}

/** By record; what does not look like words counts as none. */
function wordsIn(found: unknown): Map<string, DeskWords> {
  const entries = typeof found === "object" && found !== null ? Object.entries(found as AllWords) : [];
  return new Map(entries.filter(([, words]) => typeof words?.at === "string" && typeof words.mine === "object" && Array.isArray(words.own)));
}
