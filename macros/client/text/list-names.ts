/** Names of files and parts, as a sentence lists them. */

import { plainName } from "./display-name.ts";

/** So many names are listed. */
const MOST = 8;

/** Names in a sentence: the first few of many, without what turns text around. */
export function listNames(names: string[]): string {
  const shown = names.slice(0, MOST).map((name) => `“${middleCut(name)}”`);
  const rest = names.length - shown.length;
  return rest > 0 ? `${shown.join(", ")} and ${rest} more` : shown.join(", ");
}

function middleCut(name: string): string {
  const characters = [...plainName(name)];
  return characters.length > 80 ? `${characters.slice(0, 60).join("")}…${characters.slice(-15).join("")}` : characters.join("");
}
