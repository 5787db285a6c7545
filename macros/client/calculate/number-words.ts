/** Numbers in words, as Python writes them too; `tests/golden/calculated.json` has the cases of both. */

// Beside this, what floating point cannot hold is nothing: a tie goes up, whatever its last bit says.
const TINY = 1e-6;

/** A number with as many decimals as it takes: `least` of them at least, `most` at most. */
export function decimalsOf(value: number, least: number, most: number): string {
  const rounded = (Math.round(value * 10 ** most + TINY) / 10 ** most).toFixed(most);
  const [whole, decimals = ""] = rounded.split(".");
  const kept = decimals.replace(/0+$/, "").padEnd(Math.min(least, most), "0");
  return kept ? `${whole}.${kept}` : whole!;
}

/** The same with its sign, which zero has not. */
export function signed(value: number, least: number, most: number): string {
  const words = decimalsOf(value, least, most);
  if (Number(words) === 0) return "0";
  return words.startsWith("-") ? words : `+${words}`;
}

/** A probability from 0 to 1 in percent: whole, but for the ends, where the difference counts. */
export function percent(chance: number): string {
  if (chance <= 0 || chance >= 1) return chance <= 0 ? "0%" : "100%";
  if (chance < 0.001 - TINY ** 2) return "under 0.1%";
  if (chance > 0.999 + TINY ** 2) return "over 99.9%";
  return `${decimalsOf(chance * 100, 0, chance < 0.01 || chance > 0.99 ? 1 : 0)}%`;
}
