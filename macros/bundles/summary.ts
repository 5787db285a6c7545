/** The summary bundle: what follows from a record, once something does. */

import { defineElements as define } from "components:summary";
import { printRequests } from "../client/page/print-request.ts";
import { theSession } from "../client/page/session.ts";

export * from "components:with-summary";
export { migrateInUse } from "../client/page/migrate-in-use.ts";
export { openContents } from "../client/page/open-contents.ts";
export { RELEASE as release } from "../client/page/release.ts";

/** Brings the elements to life, and lets paper have the request. */
export function defineElements(): void {
  define();
  void theSession().then(printRequests);
}
