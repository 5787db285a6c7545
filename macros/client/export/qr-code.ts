/** A QR code as squares to draw, for links short enough that a phone reads them off a screen. */

import encodeQR from "qr";

/** The longest text that is drawn, in characters: beyond it, the squares get too small for a phone's camera. */
export const MAX_QR_CHARACTERS = 2_000;

/** The light border that a reader of the code needs, in squares. */
const BORDER = 4;

/** A code's width in squares, border included, and the dark ones as the path of an SVG; undefined for a text too long. */
export function qrCode(text: string): { size: number; path: string } | undefined {
  if (text.length > MAX_QR_CHARACTERS) return undefined;
  const rows = encodeQR(text, "raw", { ecc: "low", encoding: "byte", border: BORDER });
  const path = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return { size: rows.length, path };
}
