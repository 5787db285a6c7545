/** What a sample without a bad part says of its lot: the parts are drawn without putting one back. */

import { countOf, type Entries, numberOf, type Results } from "./entries.ts";
import { decimalsOf, percent } from "./number-words.ts";

/** Beside this, what floating point cannot hold is nothing. */
const TINY = 1e-12;
const MOST = 100_000;

/** The chance that a sample shows none of the bad parts, and the most that it still misses as often as a reader says; throws a Fault. */
export function sample(entries: Entries): Results {
  const lot = countOf(entries, "lot", "lot size", 1, MOST);
  const drawn = countOf(entries, "sample", "sample size", 1, lot);
  const bad = countOf(entries, "bad", "number of bad parts in the lot", 0, lot);
  const risk = numberOf(entries, "risk", "chance of a miss", 0.1, 99).value / 100;
  const chances = missChances(lot, drawn);
  const missed = chances.findLastIndex((chance) => chance >= risk - TINY);
  return {
    lot: `${lot}`,
    sample: `${drawn}`,
    bad: parts(bad),
    chance: percent(chances[bad] ?? 0),
    missed: missed === 0 ? "none" : `up to ${parts(missed)} in the lot (${percent(missed / lot)})`,
    risk: `${decimalsOf(risk * 100, 0, 6)}%`,
  };
}

/** By the number of bad parts from 0, the chance that a sample shows none, as long as there is one. */
function missChances(lot: number, drawn: number): number[] {
  const chances = [1];
  for (let bad = 0; bad < lot - drawn; bad++) chances.push(chances[bad]! * ((lot - drawn - bad) / (lot - bad)));
  return chances;
}

function parts(count: number): string {
  return `${count} bad ${count === 1 ? "part" : "parts"}`;
}
