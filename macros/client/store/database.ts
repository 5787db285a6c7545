/** The browser's database: opened when first needed, opened again after the browser closed it. */

import { NAME, OPEN_TIMEOUT } from "./existing-database.ts";
import { answer, Transaction } from "./transaction.ts";

const STORES = { records: { keyPath: "id" }, unreadable: { autoIncrement: true }, settings: {}, deleted: { keyPath: "id" }, contents: { keyPath: "sha256" } };
const NAMES = Object.keys(STORES);
/** Without the contents of files: they take long to write, and no record waits for them. */
const ALL_OF_RECORDS = NAMES.filter((name) => name !== "contents");

/** How long a browser may go on clearing after it closed a database, in milliseconds; one opened meanwhile is refused. */
const CLEARING = 1000;

/** Runs transactions; one that fails leaves the database as it was. */
export class Database {
  readonly #factory: () => IDBFactory;
  readonly #openTimeout: number;
  readonly #running = new Set<Transaction>();
  /** Pending only while the browser keeps the page for its Back button. */
  #shown: Promise<void> | undefined;
  #goOn: (() => void) | undefined;
  #opening: Promise<IDBDatabase> | undefined;
  /** Whether the database answered when it was last asked to open. */
  available = false;
  /** Whether a tab of an older guide holds the database. */
  held = false;
  /** What to do once that tab let go, the database opened late, or the browser closed it, as it does when it clears it. */
  released?: () => void;

  /** Whether other pages took in what this one noted, or noted more, while it was left: it then begins anew, and writes nothing. */
  overtaken?: () => boolean;

  constructor(factory = (): IDBFactory => indexedDB, openTimeout = OPEN_TIMEOUT) {
    this.#factory = factory;
    this.#openTimeout = openTimeout;
    // WebKit lets no other page into a database while one that it keeps is in a transaction, so what runs on a page that is left ends.
    addEventListener("pagehide", ({ persisted }) => {
      if (!persisted) return;
      // A page may be left again before it began anew.
      this.#shown ??= new Promise((resolve) => { this.#goOn = resolve; });
      for (const tx of this.#running) tx.abort();
      this.#running.clear();
    });
    addEventListener("pageshow", () => {
      if (!this.#goOn) return;
      if (this.overtaken?.()) return location.reload();
      this.#goOn();
      this.#shown = this.#goOn = undefined;
    });
  }

  /** Runs `work` in one transaction and resolves after it completed, on disk where it wrote; on a page that was left meanwhile, `work` runs again once it is shown, unless it begins anew. */
  async transact<T>(mode: "readonly" | "readwrite", work: (tx: Transaction) => Promise<T>, stores = ALL_OF_RECORDS): Promise<T> {
    const tx = await this.#begin(mode, stores);
    try {
      const result = await work(tx);
      await tx.done;
      return result;
    } catch (error) {
      tx.abort();
      if (this.#running.has(tx)) throw error;
      return await this.transact(mode, work, stores);
    } finally {
      this.#running.delete(tx);
    }
  }

  /** Begins to open, for transactions that are still to come; whatever is the matter, they tell. */
  prepare(): void {
    this.#open().catch(() => undefined);
  }

  async #begin(mode: "readonly" | "readwrite", stores: string[]): Promise<Transaction> {
    const begin = async (): Promise<Transaction> => {
      const database = await this.#open();
      await this.#shown;
      const tx = new Transaction(database.transaction(stores, mode, { durability: "strict" }));
      this.#running.add(tx);
      return tx;
    };
    return begin().catch((error: unknown) => {
      // Browsers close connections on their own, and refuse one while they clear; what never opened would only fail again.
      if (!this.available && (error as Error).name !== "AbortError") throw error;
      this.#opening = undefined;
      return begin();
    });
  }

  async #open(): Promise<IDBDatabase> {
    await this.#shown;
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(reject, this.#openTimeout, new Error("No database"));
      });
      const database = await Promise.race([this.#opening ??= this.#connect(), late]);
      this.available = true;
      return database;
    } catch (error) {
      this.available = false;
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  async #connect(version?: number): Promise<IDBDatabase> {
    const forget = () => { this.#opening = undefined; };
    try {
      // Without a version, whatever is there is opened, one that a later guide made as well.
      const request = this.#factory().open(NAME, version);
      request.onupgradeneeded = () => {
        this.#running.add(new Transaction(request.transaction!));
        for (const [name, options] of Object.entries(STORES)) {
          if (!request.result.objectStoreNames.contains(name)) request.result.createObjectStore(name, options);
        }
      };
      request.onblocked = () => { this.held = true; };
      const database = await answer(request);
      this.held = false;
      // Another tab that deletes or upgrades the database must not wait for this one.
      database.onversionchange = () => { database.close(); forget(); };
      database.onclose = () => {
        forget();
        setTimeout(() => this.released?.(), CLEARING);
      };
      if (NAMES.every((name) => database.objectStoreNames.contains(name))) {
        if (!this.available) this.released?.();
        return database;
      }
      database.close();
      return this.#connect(database.version + 1);
    } catch (error) {
      forget();
      throw error;
    }
  }
}
