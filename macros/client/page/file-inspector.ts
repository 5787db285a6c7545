/** Loads what inspects files, on any page of a part that has some: what they leave to ask is the same everywhere. */

import { lazy, loadPreflight } from "./lazy.ts";
import type { Preflight } from "../record/generated.ts";
import type { FileInspector, Session } from "./session.ts";

/** What the component of files leaves here. */
interface FilesOnDemand { inspectorFor: (session: Session, data: Preflight) => FileInspector }

/** Resolves once the session has its inspector, or none could be loaded; tells the page by `rfq-checked`. */
export function loadInspector(session: Session): Promise<void> {
  if (session.inspector || session.store.record.files.length === 0) return Promise.resolve();
  return session.inspecting ??= Promise.all([lazy<FilesOnDemand>("rfq-files"), loadPreflight()]).then(([{ inspectorFor }, data]) => {
    inspectorFor(session, data);
    document.dispatchEvent(new Event("rfq-checked"));
  }).catch(() => {
    // Without it less is asked; it is loaded when it is wanted again.
    delete session.inspecting;
  });
}
