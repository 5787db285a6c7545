/** The message that goes to the supplier with the package, and the address that begins an email with it. */

import type { RequestSummary } from "../summary/request.ts";
import { cleanLine } from "../text/sanitize.ts";

/** Windows hands about 2,000 characters to a mail program; a longer address opens none at all. */
const LONGEST = 1_800;
const LONGEST_SUBJECT = 300;
/** The most files that a message names. */
const MOST_FILES = 10;

const REST = "The rest is in the attached package.";

/** What the part is and what is asked for, by its title block, and what is attached under which name. */
export function messageOf(request: RequestSummary, attachment: string): string {
  const { titleBlock, files, chapters } = request;
  const cells = titleBlock.flat().filter(({ text }) => text).map(({ label, text }) => `${label}: ${cleanLine(text)}`);
  const listed = files.slice(0, MOST_FILES).map(({ name, role, revision }) =>
    `- ${[cleanLine(name), cleanLine(role), revision && `Rev ${cleanLine(revision)}`].filter(Boolean).join(", ")}`);
  return [
    "Please quote the part below.",
    ...(cells.length > 0 ? ["", ...cells] : []),
    ...(chapters.some(({ means, remarks }) => means === "left-open" && remarks.length > 0) ? ["", "What we leave open is said at the end of the request."] : []),
    "",
    files.length > 0 ? `Attached: ${attachment}, with the request, its checksums and these files:` : `Attached: ${attachment}, with the request.`,
    ...listed,
    ...(files.length > MOST_FILES ? [`- and ${files.length - MOST_FILES} more`] : []),
  ].join("\n");
}

/** What a message is about whose part may not be named in it. */
export const CONTROLLED_SUBJECT = "RFQ";

/** The message about a part whose data may not travel by email: it says nothing of the part. */
export const CONTROLLED_MESSAGE = "We would like a quote for a part whose data is under export control.\nThe package comes by the route that we agree with you.";

/** The address with subject and message filled in, where the supplier has not done so; the message is cut between lines. */
export function mailTo(address: string, subject: string, message: string): string {
  const given = new URLSearchParams(address.split("?")[1]);
  let mail = address + (address.includes("?") ? "&" : "?");
  if (!given.has("subject")) mail += `subject=${shortened(subject)}&`;
  if (given.has("body")) return mail.slice(0, -1);
  const last = encoded("") + encoded(REST);
  mail += "body=";
  for (const line of message.split("\n")) {
    const next = mail + encoded(line);
    if (next.length + last.length > LONGEST) return mail + last;
    mail = next;
  }
  return mail;
}

/** What the message is about. */
export function subjectOf({ part, revision, request }: RequestSummary): string {
  const name = [part, revision && `Rev ${revision}`].filter(Boolean).join(" ");
  return cleanLine(["RFQ", name, request].filter(Boolean).join(", "));
}

/** By characters: half of one cannot stand in an address. */
function shortened(subject: string): string {
  let short = "";
  for (const character of subject) {
    const next = short + encodeURIComponent(character);
    if (next.length > LONGEST_SUBJECT) break;
    short = next;
  }
  return short;
}

function encoded(line: string): string {
  return encodeURIComponent(`${line}\r\n`);
}
