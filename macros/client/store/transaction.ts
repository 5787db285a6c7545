/** The browser's transactions as promises: each question resolves with its answer, and a transaction once it is over. */

/** One object store within a transaction. */
export interface Objects {
  get(key: IDBValidKey): Promise<unknown>;
  getAll(): Promise<unknown[]>;
  count(): Promise<number>;
  add(value: unknown): Promise<IDBValidKey>;
  put(value: unknown, key?: IDBValidKey): Promise<IDBValidKey>;
  delete(key: IDBValidKey): Promise<undefined>;
  clear(): Promise<undefined>;
}

/** A transaction over object stores. */
export class Transaction {
  /** Resolves once it completed, and rejects with what ended it otherwise. */
  readonly done: Promise<void>;
  readonly #own: IDBTransaction;

  constructor(own: IDBTransaction) {
    this.#own = own;
    this.done = new Promise((resolve, reject) => {
      own.oncomplete = () => resolve();
      own.onabort = () => reject(own.error ?? new DOMException("", "AbortError"));
    });
    // An aborted transaction rejects here too; its cause is what rejects where it is worked with.
    this.done.catch(() => undefined);
  }

  objectStore(name: string): Objects {
    const store = this.#own.objectStore(name);
    return {
      get: (key) => answer(store.get(key)),
      getAll: () => answer(store.getAll()),
      count: () => answer(store.count()),
      add: (value) => answer(store.add(value)),
      put: (value, key) => answer(store.put(value, key)),
      delete: (key) => answer(store.delete(key)),
      clear: () => answer(store.clear()),
    };
  }

  /** Ends it, unless it is over already. */
  abort(): void {
    try { this.#own.abort(); } catch { /* it is over */ }
  }
}

/** The answer to a question, such as a database that opened. */
export function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error!);
  });
}
