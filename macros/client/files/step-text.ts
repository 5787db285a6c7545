/** The notation of ISO 10303-21: statements out of a stream of text, their parts, and what its strings say. */

const LONGEST_STATEMENT = 8000;
const LATIN_1 = "A";

/** Cuts text that arrives in pieces into statements; keeps the beginning of a statement that is very long. */
export class Statements {
  #kept = "";
  #inside: "" | "'" | "/*" = "";

  /** The statements that a piece completes, without comments and the semicolon. */
  push(piece: string): string[] {
    const done: string[] = [];
    let place = 0;
    while (place < piece.length) {
      const { at, sign } = this.#next(piece, place);
      if (this.#inside !== "/*") this.#keep(piece.slice(place, at));
      place = at + sign.length;
      if (this.#inside !== "") {
        if (sign && this.#inside === "'") this.#keep(sign);
        if (sign) this.#inside = "";
      } else if (sign === ";") {
        done.push(this.#kept.trim());
        this.#kept = "";
      } else if (sign !== "") {
        if (sign === "'") this.#keep(sign);
        this.#inside = sign as "'" | "/*";
      }
    }
    return done;
  }

  /** The next sign that means something where the text stands: the end of a string or comment, or the start of one. */
  #next(piece: string, from: number): { at: number; sign: string } {
    if (this.#inside !== "") {
      const end = this.#inside === "'" ? "'" : "*/";
      const at = piece.indexOf(end, from);
      return at < 0 ? { at: piece.length, sign: "" } : { at, sign: end };
    }
    const found = /[';]|\/\*/g;
    found.lastIndex = from;
    const next = found.exec(piece);
    return next ? { at: next.index, sign: next[0] } : { at: piece.length, sign: "" };
  }

  #keep(text: string): void {
    if (this.#kept.length < LONGEST_STATEMENT) this.#kept += text.slice(0, LONGEST_STATEMENT - this.#kept.length);
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
  return found ? decoded(found[1]!) : "";
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
    if (high !== undefined) return alphabet === LATIN_1 ? String.fromCharCode((high.charCodeAt(0) & 0x7f) + 0x80) : "\uFFFD";
    if (byte !== undefined) return String.fromCharCode(parseInt(byte, 16));
    if (two !== undefined) return characters(two, 4);
    if (four !== undefined) return characters(four, 8);
    return all === "''" ? "'" : all === "\\\\" ? "\\" : "\n";
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
