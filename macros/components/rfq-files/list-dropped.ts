/** Lists files where no region shows them: what was dropped on a page that leads to the one with the list. */

import type { Dropped } from "../../client/browser/drag-and-drop.ts";
import { hashFile } from "../../client/hash/hash-file.ts";
import type { Session } from "../../client/page/session.ts";
import { MAX_FILES_ADDED } from "../../client/record/formats.ts";
import { usualEndingOf } from "../../client/preflight/readers/read-file.ts";
import type { Preflight } from "../../client/record/generated.ts";
import { ListEditor } from "./edit-list.ts";
import { TOO_MANY, filesIn } from "./read-folders.ts";

/** Adds files to the part in use, and keeps their contents; says why, should none of them be listed. */
export async function listDropped(session: Session, data: Preflight, dropped: Dropped[]): Promise<string> {
  const { files } = await filesIn(dropped, MAX_FILES_ADDED);
  if (files.length > MAX_FILES_ADDED) return TOO_MANY;
  const editor = new ListEditor(session, data);
  for (const file of files) {
    // One that is gone or open elsewhere keeps no other from the list.
    const sha256 = await hashFile(file).catch(() => undefined);
    if (!sha256) continue;
    const usualEnding = await usualEndingOf(file, data).catch(() => "");
    const [match] = editor.add([{ file, sha256, usualEnding }]);
    // Nobody could decide here: the next page knows nothing of what waits.
    if (match!.kind === "differs") editor.decide("both", file.name);
  }
  return "None of it could be read.";
}
