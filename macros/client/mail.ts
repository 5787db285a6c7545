/** An e-mail to the supplier, begun: its subject, and as much of the summary as an address can carry. */

import { cleanLine } from "./export/clean.ts";
import type { Summary } from "./summary.ts";

/** Windows hands about 2,000 characters to a mail program; a longer address opens none at all. */
const LONGEST = 1_800;
const LONGEST_SUBJECT = 300;

const ATTACH = "Attach the RFQ package (ZIP) to this message before you send it.";
const REST = "The rest is in the attached package.";

/** The address with subject and text filled in, where the supplier has not done so; the text is cut between lines. */
export function mailTo(address: string, summary: Summary, text: string): string {
  const given = new URLSearchParams(address.split("?")[1]);
  let mail = address + (address.includes("?") ? "&" : "?");
  if (!given.has("subject")) mail += `subject=${subjectOf(summary)}&`;
  if (given.has("body")) return mail.slice(0, -1);
  const last = encoded("") + encoded(REST);
  mail += `body=${encoded(ATTACH)}`;
  for (const line of text ? ["", ...text.trimEnd().split("\n")] : []) {
    const next = mail + encoded(line);
    if (next.length + last.length > LONGEST) return mail + last;
    mail = next;
  }
  return mail;
}

function subjectOf({ part, revision, stage }: Summary): string {
  const name = [part, revision && `Rev ${revision}`].filter(Boolean).join(" ");
  let subject = "";
  // By characters: half of one cannot stand in an address.
  for (const character of cleanLine(["RFQ", name, stage].filter(Boolean).join(", "))) {
    const next = subject + encodeURIComponent(character);
    if (next.length > LONGEST_SUBJECT) break;
    subject = next;
  }
  return subject;
}

function encoded(line: string): string {
  return encodeURIComponent(`${line}\r\n`);
}
