/** The browser's database: opened when first needed, opened again after the browser closed it. */

import { type IDBPDatabase, type IDBPTransaction, wrap } from "idb";

const NAME = "rfq-guide";
const STORES = { records: { keyPath: "id" }, unreadable: { autoIncrement: true }, settings: {} };
const NAMES = Object.keys(STORES);

/** A transaction over all three object stores. */
export type Transaction = IDBPTransaction<unknown, string[], "readwrite">;

/** Runs transactions; one that fails leaves the database as it was. */
export class Database {
  readonly #factory: () => IDBFactory;
  readonly #patience: number;
  #opening: Promise<IDBPDatabase> | undefined;
  /** Whether the database answered when it was last asked to open. */
  available = false;

  constructor(factory: () => IDBFactory, patience: number) {
    this.#factory = factory;
    this.#patience = patience;
  }

  /** Runs `work` in one transaction and resolves after it completed, on disk where it wrote. */
  async transact<T>(mode: "readonly" | "readwrite", work: (tx: Transaction) => Promise<T>): Promise<T> {
    const tx = await this.#begin(mode);
    // An aborted transaction rejects here too; its cause is what `work` throws or what is awaited below.
    tx.done.catch(() => undefined);
    try {
      const result = await work(tx);
      await tx.done;
      return result;
    } catch (error) {
      try { tx.abort(); } catch { /* it is over already */ }
      throw error;
    }
  }

  async close(): Promise<void> {
    (await this.#opening)?.close();
  }

  async #begin(mode: "readonly" | "readwrite"): Promise<Transaction> {
    const begin = async () => (await this.#open()).transaction(NAMES, mode as "readwrite", { durability: "strict" });
    return begin().catch((error: unknown) => {
      // Browsers close connections on their own; what never opened would only fail again.
      if (!this.available) throw error;
      this.#opening = undefined;
      return begin();
    });
  }

  async #open(): Promise<IDBPDatabase> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(reject, this.#patience, new Error("The database does not open."));
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

  async #connect(version?: number): Promise<IDBPDatabase> {
    const forget = () => { this.#opening = undefined; };
    try {
      // Without a version, whatever is there is opened, one that a later guide made as well.
      const request = this.#factory().open(NAME, version);
      request.onupgradeneeded = () => {
        for (const [name, options] of Object.entries(STORES)) {
          if (!request.result.objectStoreNames.contains(name)) request.result.createObjectStore(name, options);
        }
      };
      const database = (await wrap(request))!;
      // Another tab that deletes or upgrades the database must not wait for this one.
      database.onversionchange = () => { database.close(); forget(); };
      database.onclose = forget;
      if (NAMES.every((name) => database.objectStoreNames.contains(name))) return database;
      database.close();
      return this.#connect(database.version + 1);
    } catch (error) {
      forget();
      throw error;
    }
  }
}
