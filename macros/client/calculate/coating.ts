/** A size before and after coating: each coated side of a diameter moves by the build-up, a pitch diameter by twice as much. */

import { type Entered, type Entries, Fault, numberOf, type Results } from "./entries.ts";
import { decimalsOf, signed } from "./number-words.ts";

/** How a size moves, in build-ups: a 60° flank carries its coating twice as far into the pitch diameter as a wall does. */
const FEATURES = {
  shaft: { label: "Shaft", moves: 2 },
  bore: { label: "Bore", moves: -2 },
  "external-thread": { label: "External thread, pitch diameter", moves: 4 },
  "internal-thread": { label: "Internal thread, pitch diameter", moves: -4 },
};

/** In millimeters. */
const UNITS = { mm: 1, inch: 25.4, "µm": 0.001, mil: 0.0254 };

/** How finely a size is told: to a tenth of a micrometer, and to something like it in inches. */
const MOST_DECIMALS = { mm: 4, inch: 5 };

/** The limits on the other side of the coating from those that are given; throws a Fault. */
export function coating(entries: Entries): Results {
  const feature = FEATURES[entries["what"] as keyof typeof FEATURES];
  const unit = entries["unit"] as keyof typeof MOST_DECIMALS;
  const nominal = numberOf(entries, "nominal", "nominal size", 0, 99_999);
  const upper = numberOf(entries, "upper", "upper deviation", -99, 99);
  const lower = numberOf(entries, "lower", "lower deviation", -99, 99);
  if (lower.value > upper.value) throw new Fault("lower", "The lower deviation is above the upper one. Change the two over.");
  const thinnest = numberOf(entries, "thinnest", "thinnest coating", 0, 9999);
  const thickest = numberOf(entries, "thickest", "thickest coating", 0, 9999);
  if (thinnest.value > thickest.value) throw new Fault("thinnest", "The thinnest coating is thicker than the thickest one. Change the two over.");
  const share = numberOf(entries, "share", "share that builds up", 0, 100);

  const perThickness = feature.moves * (share.value / 100) * (UNITS[entries["thickness_unit"] as keyof typeof UNITS] / UNITS[unit]);
  const moves = [thinnest, thickest].map(({ value }) => value * perThickness).sort((one, other) => one - other) as [number, number];
  const isAfter = entries["given"] === "before";
  const [least, most] = isAfter ? [lower.value + moves[0], upper.value + moves[1]] : [lower.value - moves[0], upper.value - moves[1]];
  const words = (value: number, ...as: Entered[]): string => decimalsOf(value, Math.max(0, ...as.map(({ decimals }) => decimals)), MOST_DECIMALS[unit]);
  if (least - most > 1e-9) {
    throw new Fault("thickest", `The coating alone changes the size by ${words(moves[1] - moves[0])} ${unit} from thinnest to thickest, and your limits are ${words(upper.value - lower.value)} ${unit} apart: no machined size suits every part. Ask for a narrower range of thickness, mask the surface, or widen the limits.`);
  }
  const deviation = (value: number): string => signed(value, Math.max(upper.decimals, lower.decimals), MOST_DECIMALS[unit]);
  return {
    state: isAfter ? "after" : "before",
    heading: isAfter ? "Size after coating" : "Size to machine to",
    sizes: `${words(nominal.value + least, nominal, upper, lower)} to ${words(nominal.value + most, nominal, upper, lower)}`,
    limits: `${words(nominal.value, nominal)} ${deviation(most)} / ${deviation(least)}`,
    change: `${signed(moves[0], 0, MOST_DECIMALS[unit])} to ${signed(moves[1], 0, MOST_DECIMALS[unit])}`,
    feature: feature.label,
    nominal: words(nominal.value, nominal),
    unit,
  };
}
