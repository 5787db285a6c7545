/** The position tolerance that clearance holes can have, so that the part assembles with every hole and fastener at maximum material. */

import { type Entries, Fault, numberOf, type Results } from "./entries.ts";
import { decimalsOf } from "./number-words.ts";

/** As fine as a half of what can be entered. */
const MOST_DECIMALS = 7;

/** The tolerance of each part; throws a Fault. */
export function fastener(entries: Entries): Results {
  const hole = numberOf(entries, "hole", "smallest hole", 0, 99_999);
  const shank = numberOf(entries, "fastener", "largest fastener", 0, 99_999);
  const room = hole.value - shank.value;
  if (room <= 0) throw new Fault("hole", "The smallest hole has to be larger than the largest fastener: as it is, nothing is left for position.");
  const isFixed = entries["assembly"] === "fixed";
  const words = (value: number): string => decimalsOf(value, 0, MOST_DECIMALS);
  return {
    each: words(isFixed ? room / 2 : room),
    total: words(room),
    sharing: isFixed ? `Or any two that add up to ${words(room)}, with a projected tolerance zone at the threaded hole.` : "Worked out for each part by its own holes.",
    hole: words(hole.value),
    fastener: words(shank.value),
    unit: entries["unit"]!,
  };
}
