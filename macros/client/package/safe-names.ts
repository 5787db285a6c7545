/** The names of files in a package: what every system can unpack, as near to the reader's own names as that allows. */

/** The longest name in UTF-8 bytes: Linux allows 255, and Windows 260 characters for the whole path. */
const LONGEST = 120;

// What Windows refuses, whatever ending follows.
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\.|$)/i;

// Controls, and what does not show or turns text around; but for the joiners, which some scripts are written with.
const UNSEEN = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
// Halves of a character, and the signs that Windows or a shell reads in a way of its own.
const UNFIT = /[\p{Cs}\p{Noncharacter_Code_Point}<>:"|?*]+/gu;

/** A safe name for each name, in the same order; no two differ in nothing but capitals. */
export function safeNames(names: string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const safe = safeName(name);
    let unused = safe;
    for (let count = 2; taken.has(unused.toLowerCase().normalize("NFKC")); count++) unused = withEnding(safe, ` (${count})`);
    taken.add(unused.toLowerCase().normalize("NFKC"));
    return unused;
  });
}

/** One name: no path, no name that a system keeps for itself, no dot or space that hides or is lost. */
export function safeName(name: string): string {
  const last = name.normalize("NFC").split(/[/\\]/).findLast((step) => /[^.\s]/.test(step)) ?? "";
  const plain = last.replace(/\s+/g, " ").replace(UNSEEN, "").replace(UNFIT, "_").replace(/^[. ]+|[. ]+$/g, "");
  const own = plain.replace(/^-/, "_").replace(RESERVED, "_$&");
  return withEnding(/[\p{L}\p{N}\p{P}\p{S}]/u.test(own) ? own : "file", "");
}

/** The name with something put before its ending, cut so that the whole is not too long. */
function withEnding(name: string, mark: string): string {
  const [, stem = "", ending = ""] = /^(.+?)((?:\.[^.\s]{1,12})?)$/su.exec(name) ?? [];
  const room = LONGEST - bytesIn(mark + ending);
  let short = "";
  for (const character of stem) {
    if (bytesIn(short + character) > room) break;
    short += character;
  }
  return `${short.replace(/[. ]+$/, "")}${mark}${ending}`;
}

function bytesIn(text: string): number {
  return new TextEncoder().encode(text).length;
}
