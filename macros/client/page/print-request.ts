/** Puts the request on paper instead of the page around it, by the button as by the browser's own command. */

import { make } from "../browser/dom.ts";
import { requestDocument } from "../export/document.ts";
import { fileName } from "../export/file-name.ts";
import { STYLE } from "../export/html-style.ts";
import { isBlank } from "../record/record.ts";
import { summaryNow } from "./evaluation.ts";
import { documentNodes } from "./document-nodes.ts";
import type { Session } from "./session.ts";

/** Whether a document lies over the page just now. */
let isLaidOut = false;

/** Prints the request of the part in use. */
export function printRequest(session: Session): void {
  layOut(session);
  print();
}

/** From now on a page with a part prints its request; one with nothing entered prints itself, with boxes for a pen. */
export function printRequests(session: Session): void {
  addEventListener("beforeprint", () => {
    if (!isBlank(session.store.record)) layOut(session);
  });
}

/** Lays the document out for paper only, until the print dialog closes; the page takes the file's name, which the PDF gets. */
function layOut(session: Session): void {
  if (isLaidOut) return;
  const summary = summaryNow(session);
  const host = make("div", { class: "print-sheet" }, make("main", {}, ...documentNodes(requestDocument(summary))));

  // A sheet made by script is what the page's policy allows; the site's own sheets are for the screen meanwhile.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@media screen { .print-sheet { display: none } }
    @media print { body > :not(.print-sheet) { display: none !important } ${STYLE} }`);
  const links = [...document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")];
  const title = document.title;

  isLaidOut = true;
  for (const link of links) link.media = "screen";
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  document.body.append(host);
  document.title = fileName(summary, session.store.record.stage, "pdf").replace(/\.pdf$/, "");
  addEventListener("afterprint", () => {
    isLaidOut = false;
    for (const link of links) link.removeAttribute("media");
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    host.remove();
    document.title = title;
  }, { once: true });
}
