/** What a store works with, such as the database and the clock: what a test gives it, or else what the browser has. */

import { afterFrame } from "../browser/frames.ts";
import { Database } from "./database.ts";
import type { GuideIndex } from "../record/guide-index.ts";

/** How tabs tell each other which record changed. */
export type Channel = Pick<BroadcastChannel, "postMessage" | "onmessage">;

/** What a store may be given; all but the guide has a default. */
export interface StoreOptions {
  /** The guide: its version is kept in each new record, and parts are named by what it calls number and revision. */
  guide: Pick<GuideIndex, "version" | "known">;
  /** One that may be open already, in place of a new one. */
  database?: Database;
  channel?: () => Channel;
  /** Runs writing after the frame that shows a change; more than once does no harm. */
  schedule?: (run: () => void) => void;
  /** The moment, ISO 8601 in UTC. */
  now?: () => string;
}

/** All that a store works with. */
export type Environment = Required<Omit<StoreOptions, "channel">> & { channel: Channel | undefined };

/** Fills in what is not given. */
export function environmentFor(options: StoreOptions): Environment {
  return {
    database: options.database ?? new Database(),
    schedule: afterFrameOrSoon,
    now: () => new Date().toISOString(),
    ...options,
    channel: allowed(options.channel ?? (() => new BroadcastChannel("rfq-guide"))),
  };
}

/** Whether the browser may clear what is stored, after it is asked not to (`persist`) or whether it promised not to (`persisted`). */
export async function mayClear(ask: "persist" | "persisted"): Promise<boolean> {
  return !(await navigator.storage?.[ask]?.().catch(() => false));
}

/** Writes as a page is hidden, since it may never come back, and reads again as it is shown, since it may have missed much. */
export function followPage(write: () => void, reread: () => void): void {
  addEventListener("pagehide", write);
  addEventListener("pageshow", (event) => { if (event.persisted) reread(); });
  document.addEventListener("visibilitychange", () => (document.hidden ? write() : reread()));
}

/** After the next frame, and again soon: hidden tabs draw no frames. */
function afterFrameOrSoon(run: () => void): void {
  afterFrame(run);
  setTimeout(run, 200);
}

/** 32 random hexadecimal digits; randomUUID is missing where a page is served without TLS. */
export function randomId(): string {
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
