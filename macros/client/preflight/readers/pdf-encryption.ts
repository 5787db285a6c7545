/** Of a PDF in which attachments alone are encrypted, the text stands open: what asks for a password is not needed for it. */

import { asLatin } from "./bytes.ts";

/** Larger files are not searched. */
const LARGEST = 16 << 20;
const KEY = "/Encrypt";

/** The bytes, in which nothing asks for a password that is for attachments alone. */
export function withOpenText(bytes: Uint8Array): { data: Uint8Array; attachmentsLocked: boolean } {
  if (bytes.length > LARGEST) return { data: bytes, attachmentsLocked: false };
  const text = asLatin(bytes);
  const own = /\/EFF\s*\/(?!Identity)\w+/.test(text);
  const plain = ["StmF", "StrF"].every((filter) => !new RegExp(`/${filter}\\s*/(?!Identity\\b)\\w`).test(text));
  if (!own || !plain) return { data: bytes, attachmentsLocked: false };
  for (let at = text.indexOf(KEY); at >= 0; at = text.indexOf(KEY, at + 1)) {
    if (/[\s<\d]/.test(text[at + KEY.length] ?? "")) bytes[at + KEY.length - 1] = "x".charCodeAt(0);
  }
  return { data: bytes, attachmentsLocked: true };
}
