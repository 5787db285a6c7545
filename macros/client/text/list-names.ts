/** Names of files and parts, as a sentence lists them. */

import { displayName } from "./display-name.ts";

/** Names in a sentence: the first few of many, without what turns text around. */
export function listNames(names: string[], most = 8): string {
  const shown = names.slice(0, most).map((name) => `“${shortened(name)}”`);
  const rest = names.length - shown.length;
  return rest > 0 ? `${shown.join(", ")} and ${rest} more` : shown.join(", ");
}

function shortened(name: string): string {
  const characters = [...displayName(name, Infinity)];
  return characters.length > 80 ? `${characters.slice(0, 60).join("")}…${characters.slice(-15).join("")}` : characters.join("");
}
