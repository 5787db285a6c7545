/** Numbers as people type them. */

/** A whole number from 1, thousands commas or spaces and “pcs” behind it allowed; null for anything else. */
export function wholeNumber(text: string): number | null {
  const digits = text.trim().replace(/(?<=\d)\s?pcs?\.?$/i, "").replace(/(?<=\d)[,\s](?=\d{3}(\D|$))/g, "");
  return /^[1-9]\d{0,14}$/.test(digits) ? Number(digits) : null;
}

/** A number with or without a sign and decimals; null for anything else. */
export function plainNumber(text: string): number | null {
  return /^[+-]?\d{1,15}(\.\d{1,10})?$/.test(text.trim()) ? Number(text) : null;
}
