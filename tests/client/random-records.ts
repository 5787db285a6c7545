/** Records with anything in them that the format allows, made by dice that fall the same in each run. */

import { readFileSync } from "node:fs";
import type { RfqRecord } from "../../macros/client/record/types.ts";
import { record } from "./support.ts";

const HOSTILE: string[] = JSON.parse(readFileSync(new URL("hostile.json", import.meta.url), "utf8"));
const SIGNS = [..."abc XYZ 012 <>&\"'\\/=+|\n\t", "é", "Ø", "鋁", "\u{1F529}", "\u202e", "\u0000", "\uFEFF", "\u2028", "\u{D800}"];

/** Numbers from 0 up to a limit, the same in each run. */
export function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A random record; the same seed gives the same one. */
export function randomRecord(seed: number): RfqRecord {
  const roll = dice(seed);
  const text = (): string =>
    roll(8) === 0 ? HOSTILE[roll(HOSTILE.length)]! : Array.from({ length: roll(60) }, () => SIGNS[roll(SIGNS.length)]!).join("");
  const name = (): string => `f${roll(1000)}-x${roll(10)}`;
  const many = <T>(most: number, make: (place: number) => T): T[] => Array.from({ length: roll(most) }, (_, place) => make(place));
  const value = (): RfqRecord["values"][string] => {
    switch (roll(4)) {
      case 0: return roll(2 ** 30) / 8;
      case 1: return many(5, name);
      case 2: return many(6, (place) => ({ id: `row-${place}`, a: text(), b: roll(1000) }));
      default: return text();
    }
  };
  const values = (): RfqRecord["values"] => Object.fromEntries(many(30, () => [name(), value()]));
  const answers = (): RfqRecord["answers"] =>
    Object.fromEntries(many(20, () => [`l/i${roll(99)}`, { status: (["done", "open", "na"] as const)[roll(3)]!, note: text() }]));
  const at = "2026-03-04T05:06:07Z";
  return record({
    id: `r${seed}`, values: values(), answers: answers(), levels: Object.fromEntries(many(4, () => [name(), "pilot-run"])),
    builds: many(3, () => ({ name: text(), stage: null, at, values: values(), answers: answers() })),
    // A record that lists a name twice is refused.
    files: many(3, (place) => ({ name: `${text()}-${place}.step`, size: roll(1e9) })), more: [text(), { deep: text() }],
  });
}

