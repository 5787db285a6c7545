/** The client of a page that is read until somebody takes something from it to a part. */

import { UPDATED } from "../browser/missing-file.ts";
import { waitingScripts } from "../browser/waiting-scripts.ts";
import { whenLoaded } from "../browser/when-loaded.ts";
import { hasSession, type Session, theSession } from "./session.ts";

let coming: Promise<void> | undefined;

/** The session of the page, after the scripts that wait in a template have run; what failed is tried again when it is asked for again. */
export async function sessionOnDemand(template: HTMLTemplateElement): Promise<Session> {
  await (coming ??= bring(template).catch((error: Error) => {
    coming = undefined;
    throw error;
  }));
  if (!hasSession()) throw new Error(UPDATED);
  return theSession();
}

/** One after the other: each reads what those before it leave behind. */
async function bring(template: HTMLTemplateElement): Promise<void> {
  for (const script of waitingScripts(template)) await whenLoaded(script, (each) => document.head.append(each));
}
