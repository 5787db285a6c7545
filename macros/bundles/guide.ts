/** The first bundle: what a page with a checklist needs at once. It may run while the page is still being read. */

import { defineElements } from "components:guide";
import { fixFileLinks } from "../client/browser/file-links.ts";
import { isFramedElsewhere } from "../client/browser/framed.ts";
import { tellUpdated } from "../client/page/release.ts";
import { provideSession } from "../client/page/session.ts";
import { belongsTogether, hasData } from "../client/page/site.ts";
import { Database } from "../client/store/database.ts";
import { Store } from "../client/store/store.ts";
import { loadSummaryWhenNeeded } from "./load-summary.ts";

const database = new Database();

/** With the whole page there, and the guide's data, whose script waits for it. */
function start(): void {
  fixFileLinks();
  if (!belongsTogether()) return tellUpdated();
  provideSession((options) => Store.open({ ...options, database }));
  defineElements();
  loadSummaryWhenNeeded();
}

// In a frame of another origin, the shell leaves nothing of the page.
if (!isFramedElsewhere()) {
  // The desk's page opens records of others, and never the reader's own.
  if (!document.querySelector("rfq-review")) database.prepare();
  if (hasData()) start();
  else document.addEventListener("DOMContentLoaded", start);
}
