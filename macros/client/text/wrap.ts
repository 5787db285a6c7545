/** Breaks text into lines of an email. */

import { isWide, widthOf } from "./width.ts";

/** The columns of a line that a mail program leaves alone, whoever quotes it. */
const LINE_WIDTH = 72;

/** Wraps each line of a text between words, and between ideographs; a word longer than a line keeps its length. */
export function wrapped(text: string, first: string, rest: string, width = LINE_WIDTH): string {
  const lines: string[] = [];
  let lead = first;
  for (const paragraph of text.split("\n")) {
    let line = "";
    for (const { word, glued } of piecesOf(paragraph)) {
      const next = line && !glued ? `${line} ${word}` : line + word;
      if (line && widthOf(lead + next) > width) {
        lines.push(lead + line);
        lead = rest;
        line = word;
      } else {
        line = next;
      }
    }
    lines.push((lead + line).trimEnd());
    lead = rest;
  }
  return lines.join("\n");
}

/** The words of a line, those with ideographs taken apart before each; a piece that is glued had no blank before it. */
function piecesOf(paragraph: string): { word: string; glued: boolean }[] {
  return paragraph.split(/ +/).flatMap((word) => apart(word).map((piece, index) => ({ word: piece, glued: index > 0 })));
}

function apart(word: string): string[] {
  const pieces: string[] = [];
  let open = false;
  for (const character of word) {
    const wide = isWide(character);
    // Closing marks stay with what they close: none of them begins a line.
    if (pieces.length === 0 || ((wide || open) && !CLOSING.test(character))) pieces.push(character);
    else pieces[pieces.length - 1] += character;
    open = wide;
  }
  return pieces;
}

const CLOSING = /[\p{Pe}\p{Pf}\p{Mn}\p{Cf}、。，．：；！？]/u;
