/** The sizes of sheets by their names. */

const SHEETS: readonly [name: string, width: number, height: number][] = [
  ["A4", 297, 210], ["A3", 420, 297], ["A2", 594, 420], ["A1", 841, 594], ["A0", 1189, 841],
  ["ANSI A", 279.4, 215.9], ["ANSI B", 431.8, 279.4], ["ANSI C", 558.8, 431.8], ["ANSI D", 863.6, 558.8], ["ANSI E", 1117.6, 863.6],
];
/** So much may be cut off, or be rounded; in millimeters. */
const CLOSE = 2;

/** A size in millimeters by its name, or else by its sides. */
export function sheetInWords(width: number, height: number): string | undefined {
  if (!(width > 0 && height > 0 && width < 100_000 && height < 100_000)) return undefined;
  const [long, short] = [Math.max(width, height), Math.min(width, height)];
  const named = SHEETS.find(([, one, other]) => Math.abs(one - long) <= CLOSE && Math.abs(other - short) <= CLOSE);
  return named?.[0] ?? `${Math.round(width)} x ${Math.round(height)} mm`;
}
