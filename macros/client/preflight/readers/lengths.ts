/** Units of length: by the names that people and programs give them, and by how many meters they are. */

/** A unit by its name here and in meters. */
interface Length { unit: string; meters: number }

const METERS: readonly [unit: string, meters: number][] = [
  ["mm", 1e-3], ["inch", 0.0254], ["m", 1], ["cm", 0.01], ["µm", 1e-6], ["dm", 0.1], ["km", 1000], ["feet", 0.3048], ["yard", 0.9144],
  ["mile", 1609.344], ["mil", 2.54e-5], ["microinch", 2.54e-8],
];
const NAMES = new Map(Object.entries({
  mm: ["mm", "millimeter", "milli meter"],
  inch: ["inch", "inches", "in", "in.", "\"", "''"],
  m: ["m", "meter"],
  cm: ["cm", "centimeter"],
  "µm": ["µm", "um", "micron", "microns", "micrometer"],
  dm: ["dm", "decimeter"],
  km: ["km", "kilometer"],
  feet: ["feet", "foot", "ft", "ft."],
  yard: ["yard", "yards", "yd"],
  mile: ["mile", "miles", "mi"],
  mil: ["mil", "mils", "thou"],
  microinch: ["microinch", "microinches", "uin"],
}).flatMap(([unit, names]) => names.map((name) => [name, unit] as const)));
/** Of this part two factors may differ and be the same unit: inches of surveys are longer by two millionths. */
const CLOSE = 1e-5;

/** The unit that a name means; nothing where it is not known. */
export function lengthOf(name: string): Length | undefined {
  const unit = NAMES.get(name.trim().toLowerCase().replace(/met(?:re|er)s?$/, "meter"));
  return unit === undefined ? undefined : { unit, meters: METERS.find(([each]) => each === unit)![1] };
}

/** The name of a unit of so many meters; one without a name is told in millimeters. */
export function nameOfFactor(meters: number): string {
  return METERS.find(([, each]) => sameFactor(each, meters))?.[0] ?? `units of ${Number((meters * 1000).toPrecision(6))} mm`;
}

/** Whether it is known how long a unit is. */
export function isKnownUnit(unit: string | undefined): boolean {
  return METERS.some(([each]) => each === unit);
}

/** Whether two factors are the same unit. */
export function sameFactor(one: number, other: number): boolean {
  return Math.abs(one - other) <= CLOSE * Math.max(one, other);
}
