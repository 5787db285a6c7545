/** The notation of ISO 10303-21: statements out of a stream of text, their parts, and what its strings say. */

import { asText, bytesOfText } from "./bytes.ts";

const LONGEST_STATEMENT = 8000;
const LATIN_1 = "A";

/** Cuts text that arrives in pieces into statements; keeps the beginning of a statement that is very long. */
export class Statements {
  #kept = "";
  /** The last sign of a piece, where it may be the first half of a sign of two. */
  #held = "";
  #inside: "" | "'" | "/*" = "";

  /** The statements that a piece completes, without comments and the semicolon. */
  push(piece: string): string[] {
    const done: string[] = [];
    let offset = this.#goOn(piece);
    while (offset < piece.length) {
      const inside = this.#inside;
      const { at, sign } = inside === "" ? this.#opening(piece, offset) : this.#closing(piece, offset);
      if (inside !== "/*") this.#keep(piece.slice(offset, at));
      if (sign === "'") this.#keep(sign);
      if (sign === ";") {
        done.push(this.#kept.trim());
        this.#kept = "";
      }
      offset = at + (sign || this.#held).length;
    }
    return done;
  }

  /** Goes on after a sign that was held back; gives where in the piece. To put it in front of the piece would copy that, in some engines for each sign. */
  #goOn(piece: string): number {
    const held = this.#held;
    if (held === "" || piece === "") return 0;
    this.#held = "";
    const isWhole = piece[0] === (held === "/" ? "*" : "/");
    if (isWhole) this.#inside = held === "/" ? "/*" : "";
    else if (held === "/") this.#keep(held);
    return isWhole ? 1 : 0;
  }

  /** The next sign that ends a statement, or opens a string or a comment. */
  #opening(piece: string, from: number): { at: number; sign: string } {
    const found = /[';]|\/\*|\/$/g;
    found.lastIndex = from;
    const next = found.exec(piece);
    if (!next) return { at: piece.length, sign: "" };
    if (next[0] === "'" || next[0] === "/*") this.#inside = next[0];
    if (next[0] !== "/") return { at: next.index, sign: next[0] };
    this.#held = "/";
    return { at: next.index, sign: "" };
  }

  /** The end of the string or comment that the text stands in. */
  #closing(piece: string, from: number): { at: number; sign: string } {
    const sign = this.#inside === "'" ? "'" : "*/";
    const at = piece.indexOf(sign, from);
    if (at >= 0) {
      this.#inside = "";
      return { at, sign };
    }
    if (sign === "*/" && piece.endsWith("*")) this.#held = "*";
    return { at: piece.length - this.#held.length, sign: "" };
  }

  #keep(text: string): void {
    this.#kept += text.slice(0, LONGEST_STATEMENT - this.#kept.length);
  }
}

/** The outermost arguments of the first pair of brackets in a text, each as it is written. */
export function argumentsOf(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let current = "";
  for (const [token] of text.matchAll(/'(?:[^']|'')*'?|[(),]|[^'(),]+/g)) {
    if (token === ")" && --depth === 0) break;
    if (token === "," && depth === 1) {
      found.push(current.trim());
      current = "";
    } else if (depth > 0) current += token;
    if (token === "(") depth++;
  }
  return depth > 0 || found.length > 0 || current.trim() !== "" ? [...found, current.trim()] : [];
}

/** What the first string in a text says; an empty text where there is none. */
export function stringIn(text: string | undefined): string {
  const found = /'((?:[^']|'')*)'/.exec(text ?? "");
  return found ? decoded(readingsOf(found[1]!)[0]!) : "";
}

/** Another way to read the first string in a text, where its bytes leave more than one. */
export function otherReading(text: string | undefined): string | undefined {
  const found = /'((?:[^']|'')*)'/.exec(text ?? "");
  const other = found && readingsOf(found[1]!)[1];
  return other === undefined || other === null ? undefined : decoded(other);
}

/**
 * What bytes, one character for each, may say: UTF-8 where they are it, else the alphabet of Western Europe or that of
 * China, the likelier one first. Chinese is written in pairs of high bytes; letters with marks stand among plain ones.
 */
function readingsOf(bytes: string): string[] {
  if (!/[^\0-\u007f]/.test(bytes)) return [bytes];
  const raw = bytesOfText(bytes);
  const utf8 = decodedAs("utf-8", raw);
  if (utf8 !== undefined) return [utf8];
  const western = asText(raw);
  const chinese = decodedAs("gb18030", raw);
  if (chinese === undefined) return [western];
  const inPairs = (bytes.match(/[^\0-\u007f]+/g) ?? []).every((run) => run.length % 2 === 0);
  return inPairs ? [chinese, western] : [western, chinese];
}

function decodedAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const ESCAPE = /''|\\\\|\\P([A-I])\\|\\S\\([^])|\\X\\([0-9A-F]{2})|\\X2\\((?:[0-9A-F]{4})*)\\X0\\|\\X4\\((?:[0-9A-F]{8})*)\\X0\\|\\[NF]\\/gi;

/** A string's characters, its escapes undone; one of an alphabet that is not known here becomes U+FFFD. */
export function decoded(text: string): string {
  let alphabet = LATIN_1;
  return text.replace(ESCAPE, (all, page?: string, high?: string, byte?: string, two?: string, four?: string) => {
    if (page !== undefined) {
      alphabet = page.toUpperCase();
      return "";
    }
    if (high !== undefined) return alphabet === LATIN_1 ? String.fromCharCode((high.charCodeAt(0) & 0x7f) | 0x80) : "\uFFFD";
    if (byte !== undefined) return String.fromCharCode(parseInt(byte, 16));
    if (two !== undefined) return characters(two, 4);
    if (four !== undefined) return characters(four, 8);
    if (all === "''") return "'";
    return all === "\\\\" ? "\\" : "\n";
  });
}

function characters(hexadecimal: string, width: number): string {
  const codes = hexadecimal.match(new RegExp(`.{${width}}`, "g")) ?? [];
  return codes.map((code) => fromCode(parseInt(code, 16), width)).join("");
}

function fromCode(code: number, width: number): string {
  if (width === 4) return String.fromCharCode(code);
  return code <= 0x10ffff ? String.fromCodePoint(code) : "\uFFFD";
}
