/** Finds words in a text: whole ones, whatever their case; a `*` at the end of one stands for any ending. */

/** Words as the guide lists them, and whether they must be all that a text says. */
interface Wanted { words: readonly string[]; whole: boolean }

/** What a word is looked for as, and whether any ending will do. */
interface Stem { stem: string; isOpen: boolean }

/** A list's words ready to be looked for, and what was found in the texts of late: most are asked for again with the next change. */
interface Prepared { stems: Stem[]; answers: Map<string, boolean> }

// A guide's lists live as long as the page, and each is looked for in every text.
const prepared = new WeakMap<readonly string[], Prepared>();
const MOST_ANSWERS = 200;
// One expression for all: to make one of each list takes longer than to judge a record.
const [ENDS_IN_WORD, BEGINS_WITH_WORD] = [/[\p{L}\p{N}_-]$/u, /^[\p{L}\p{N}_-]/u];
const END_OF_CLAUSE = /[,;:.()\n]| [-–—] |\b(?:but|except)\b/gi;
// “No less than 50 µm” rules nothing out.
const LIMIT = /^ (?:less|more|thinner|thicker|over|under|to exceed)\b/;

/** Whether one of the words is in a text. */
export function hasWord(text: string, { words, whole }: Wanted): boolean {
  const { stems, answers } = prepare(words);
  const key = `${whole}${text}`;
  const known = answers.get(key);
  if (known !== undefined) return known;
  const line = oneLine(text);
  const answer = stems.some((each) => (whole ? isAll(line, each) : placeOf(line, each) >= 0));
  if (answers.size > MOST_ANSWERS) answers.clear();
  answers.set(key, answer);
  return answer;
}

/** What stands between the commas, dashes and other ends of clauses of a text. */
export function clausesOf(text: string): string[] {
  return text.split(END_OF_CLAUSE);
}

/** A text without the clauses that begin with one of the phrases. */
export function withoutClauses(text: string, phrases: readonly string[]): string {
  return prepare(phrases).stems.reduce((rest, each) => {
    const kept: string[] = [];
    let from = 0;
    for (let at = placeOf(rest, each); at >= 0; at = placeOf(rest, each, from)) {
      const end = at + each.stem.length;
      const isLimit = LIMIT.test(rest.slice(end));
      kept.push(rest.slice(from, isLimit ? end : at));
      END_OF_CLAUSE.lastIndex = end;
      from = isLimit ? end : END_OF_CLAUSE.exec(rest)?.index ?? rest.length;
    }
    // What stood on either side of a clause is no phrase together.
    return [...kept, rest.slice(from)].join(";");
  }, text.toLowerCase().replace(/[^\S\n]+/g, " "));
}

function prepare(words: readonly string[]): Prepared {
  const known = prepared.get(words);
  if (known) return known;
  // The longest first: “anodize not” begins before the “not” in it.
  const stems = words.map((word) => ({ stem: word.toLowerCase().replace(/\*$/, ""), isOpen: word.endsWith("*") }))
    .sort((one, other) => other.stem.length - one.stem.length);
  const made = { stems, answers: new Map<string, boolean>() };
  prepared.set(words, made);
  return made;
}

function oneLine(text: string): string {
  return text.toLowerCase().replace(/\s+/g, " ").trim();
}

/** Where a word stands, or -1; a character beyond the first 65,536 is two places long. */
function placeOf(line: string, { stem, isOpen }: Stem, from = 0): number {
  for (let at = line.indexOf(stem, from); at >= 0; at = line.indexOf(stem, at + 1)) {
    const end = at + stem.length;
    const begins = !ENDS_IN_WORD.test(line.slice(Math.max(0, at - 2), at));
    if (begins && (isOpen || !BEGINS_WITH_WORD.test(line.slice(end, end + 2)))) return at;
  }
  return -1;
}

/** A full stop at the end is no difference. */
function isAll(line: string, { stem, isOpen }: Stem): boolean {
  return isOpen ? line.startsWith(stem) : line === stem || line.replace(/[ .]+$/, "") === stem;
}
