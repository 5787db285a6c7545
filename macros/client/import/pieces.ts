/** A record in pieces that are validated one by one, so that none of them keeps a page from answering. */

import { isMap } from "../record/shape.ts";

type Unknowns = Record<string, unknown>;
type Schema = Unknowns & { properties: Record<string, Unknowns>; $defs: Record<string, Unknowns> };

/** A piece with the schema that it has to meet, how many entries it has, and the path in the record of a path in it. */
interface Piece { found: unknown; schema: object; entries: number; placed: (path: string[]) => string[] }

/** About how many entries a piece has. */
const PIECE = 1_000;

/** The pieces that come to the whole: the frame without what is counted by the hundred, then that, some at a time. */
export function* piecesOf(record: object, whole: object): Generator<Piece> {
  const schema = whole as Schema;
  // The validator writes into a schema where it is; a part of it is somewhere else.
  const part = (of: Unknowns): object => structuredClone({ ...of, $defs: schema.$defs });
  const { values, answers, files } = schema.properties as Record<"values" | "answers" | "files", Unknowns>;
  const parts = { values: part(values), answers: part(answers), build: part(schema.$defs["Build"]!), files: part(files) };
  const knownIn = (name: string, found: unknown): unknown => named(found, schema.$defs[name]!);
  yield pieceOf(without(named(record, schema), "values", "answers", "builds", "files"), structuredClone(whole), []);
  const stateOf = (state: Unknowns): Unknowns => ({ values: state["values"], answers: mapped(state["answers"], (answer) => knownIn("Answer", answer)) });
  yield* piecesOfState(stateOf(record as Unknowns), parts, []);
  const { builds } = record as Unknowns;
  const listed = mapped((record as Unknowns)["files"], (file) => fileWith(knownIn, file));
  if (Array.isArray(builds)) {
    for (const [index, build] of builds.entries()) {
      const path = ["builds", String(index)];
      yield pieceOf(isMap(build) ? without(knownIn("Build", build), "values", "answers") : build, parts.build, path);
      if (isMap(build)) yield* piecesOfState(stateOf(build), parts, path);
    }
  }
  if (Array.isArray(listed)) yield* slices(listed, 0).map(({ found, placed }) => ({ ...pieceOf(found, parts.files, ["files"]), placed: (path: string[]) => ["files", ...placed(path)] }));
}

function* piecesOfState({ values, answers }: Unknowns, parts: Record<"values" | "answers", object>, path: string[]): Generator<Piece> {
  if (isMap(answers)) yield* groups(answers).map((group) => pieceOf(group, parts.answers, [...path, "answers"]));
  if (!isMap(values)) return;
  for (const group of groups(values)) {
    const [[field, value] = ["", undefined], ...others] = Object.entries(group);
    if (others.length > 0 || !Array.isArray(value)) {
      yield pieceOf(group, parts.values, [...path, "values"]);
      continue;
    }
    // What kind of list it is, is told by its first entry: each slice has it.
    for (const { found, placed } of slices(value, 1)) {
      const piece = pieceOf({ [field]: found }, parts.values, [...path, "values"]);
      yield { ...piece, placed: ([name, ...rest]) => [...path, "values", ...(name === undefined ? [] : [name]), ...placed(rest)] };
    }
  }
}

function pieceOf(found: unknown, schema: object, path: string[]): Piece {
  return { found, schema, entries: entriesIn(found), placed: (inner) => [...path, ...inner] };
}

/** A map in maps of about a piece each. */
function groups(map: Unknowns): Unknowns[] {
  const found: [string, unknown][][] = [];
  let room = 0;
  for (const entry of Object.entries(map)) {
    const entries = entriesIn(entry[1]);
    if (entries > room || found.length === 0) {
      found.push([]);
      room = PIECE;
    }
    found.at(-1)!.push(entry);
    room -= entries;
  }
  return found.map((entries) => Object.fromEntries(entries));
}

/** A list in slices of about a piece each, every one with as many of its first entries as `leading` says. */
function slices(list: unknown[], leading: number): { found: unknown[]; placed: (path: string[]) => string[] }[] {
  const found: { found: unknown[]; placed: (path: string[]) => string[] }[] = [];
  for (let start = 0; start < list.length || start === 0;) {
    let end = start;
    for (let room = PIECE; end < list.length && (room > 0 || end === start); end++) room -= entriesIn(list[end]);
    const led = start === 0 ? 0 : leading;
    const from = start;
    found.push({
      found: [...list.slice(0, led), ...list.slice(start, end)],
      placed: ([index, ...rest]) => (index === undefined ? [] : [String(Number(index) < led ? Number(index) : Number(index) - led + from), ...rest]),
    });
    if (end === start) break;
    start = end;
  }
  return found;
}

/** What is in something, lists and maps within it too, and itself. */
function entriesIn(found: unknown): number {
  if (typeof found !== "object" || found === null) return 1;
  return Object.values(found).reduce<number>((sum, entry) => sum + entriesIn(entry), 1);
}

/** What a schema has names for: it takes anything under another name, and looking at that would cost all the same. */
function named(found: unknown, { properties }: Unknowns): unknown {
  if (!isMap(found)) return found;
  return Object.fromEntries(Object.keys(properties as object).filter((name) => Object.hasOwn(found, name)).map((name) => [name, found[name]]));
}

/** A file with what the schema has names for; the facts of it may be any. */
function fileWith(knownIn: (name: string, found: unknown) => unknown, file: unknown): unknown {
  const known = knownIn("FileEntry", file);
  if (!isMap(known)) return known;
  const read = knownIn("FileRead", known["read"]);
  const findings = mapped(known["findings"], (finding) => knownIn("Finding", finding));
  return { ...known, ...("read" in known ? { read: isMap(read) ? without(read, "facts") : read } : {}), ...("findings" in known ? { findings } : {}) };
}

/** Each entry of a map or a list as something else; what is neither stays. */
function mapped(found: unknown, change: (entry: unknown) => unknown): unknown {
  if (Array.isArray(found)) return found.map(change);
  return isMap(found) ? Object.fromEntries(Object.entries(found).map(([key, entry]) => [key, change(entry)])) : found;
}

/** The same with maps and lists under these names left empty; what is neither is left for the schema to refuse. */
function without(state: unknown, ...names: string[]): Unknowns {
  const left = Object.entries(state as Unknowns).map(([name, entry]): [string, unknown] =>
    [name, !names.includes(name) ? entry : Array.isArray(entry) ? [] : isMap(entry) ? {} : entry]);
  return Object.fromEntries(left);
}
