/** What a store works with, such as the database, the clock and ids: what a test gives it, or else what the browser has. */

import { afterFrame } from "../frames.ts";
import type { Channel } from "./keeper.ts";

/** What a store may be given; all but the guide's version has a default. */
export interface Options {
  /** The version of the guide, kept in each new record. */
  guide: string;
  factory?: () => IDBFactory;
  channel?: () => Channel;
  /** Runs writing after the frame that shows a change; more than once does no harm. */
  schedule?: (run: () => void) => void;
  /** The moment, ISO 8601 in UTC. */
  now?: () => string;
  makeId?: () => string;
  /** How long the database may take to open, in milliseconds. */
  patience?: number;
}

/** All that a store works with. */
export type Base = Required<Omit<Options, "channel">> & { channel: Channel | undefined };

/** Fills in what is not given. */
export function baseFor(options: Options): Base {
  return {
    factory: () => indexedDB,
    schedule: afterFrameOrSoon,
    now: () => new Date().toISOString(),
    makeId: randomId,
    patience: 3000,
    ...options,
    channel: allowed(options.channel ?? (() => new BroadcastChannel("rfq-guide"))),
  };
}

/** Writes as a page is hidden, since it may never come back, and reads again as it is shown, since it may have missed much. */
export function followPage(write: () => void, reread: () => void, signal: AbortSignal): void {
  addEventListener("pagehide", write, { signal });
  addEventListener("pageshow", (event) => { if (event.persisted) reread(); }, { signal });
  document.addEventListener("visibilitychange", () => (document.hidden ? write() : reread()), { signal });
}

/** After the next frame, and again soon: hidden tabs draw no frames. */
function afterFrameOrSoon(run: () => void): void {
  afterFrame(run);
  setTimeout(run, 200);
}

/** 32 random hexadecimal digits; randomUUID is missing where a page is served without TLS. */
function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Where storage is blocked, opening a channel may throw; other tabs are then seen when the page is shown again. */
function allowed<T>(open: () => T): T | undefined {
  try {
    return open();
  } catch {
    return undefined;
  }
}
