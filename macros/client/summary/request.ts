/** The request: what the supplier quotes from, as the buyer gave it; nothing in it judges the record. */

import { lastBuild } from "../record/builds.ts";
import { UNCONFIRMED } from "../record/unconfirmed.ts";
import type { GuideIndex } from "../record/guide-index.ts";
import type { Build, Chapter, FileEntry, RfqRecord } from "../record/types.ts";
import { type StatusChange, type ValueChange, changesBetween } from "./changes.ts";
import { type Detail, detailsOf } from "./details.ts";
import type { ItemEvaluation } from "./evaluate-items.ts";
import { clean } from "../text/sanitize.ts";
import { type TitleBlockCell, titleBlock } from "./title-block.ts";

/** What the buyer says of an item or a detail, by its id and name. */
export interface Remark { id: string; label: string; text: string }

/** A chapter with the details that are given in it, and the remarks that it is for; `means` tells what stands in it beside them. */
export interface RequestChapter { id: string; label: string; means: Chapter["means"]; details: Detail[]; remarks: Remark[] }

/** What differs from a build: what had a value then, with both, and by name what is given for the first time, rows among it. */
export interface ChangesSince { build: Build; changed: ValueChange[]; given: string[]; regressions: StatusChange[]; settled: StatusChange[] }

/** Everything the request says, in the order it is said. */
export interface RequestSummary {
  part: string; revision: string; request: string; date: string;
  /** Which of these a link said and nobody has confirmed. */
  unconfirmed: ("part" | "revision" | "request")[];
  titleBlock: TitleBlockCell[][];
  chapters: RequestChapter[];
  since: ChangesSince | null;
  files: FileEntry[];
  /** In a package, where each file is in it, by its name in the record. */
  paths?: Map<string, string>;
}

/** The request of an evaluated record. */
export function requestSummary(evaluated: ItemEvaluation): RequestSummary {
  const { guide, record, today } = evaluated;
  const block = titleBlock(evaluated);
  return {
    part: guide.known.textOf(record, "part-number"),
    revision: guide.known.textOf(record, "revision"),
    request: guide.stageLabel(record.stage),
    date: today,
    unconfirmed: ([["part", "part-number"], ["revision", "revision"], ["request", "request"]] as const)
      .filter(([, meaning]) => evaluated.fields.get(guide.known.id(meaning))?.unconfirmed).map(([name]) => name),
    titleBlock: block,
    chapters: chapters(evaluated, new Set(block.flat().flatMap(({ details }) => details.map(({ field }) => field.id)))),
    since: since(guide, record),
    files: record.files.map((file) => ({ ...file, role: roleLabel(guide, file.role) })),
  };
}

/** What the title block says is not said again; what no chapter names is said last. */
function chapters(evaluated: ItemEvaluation, said: Set<string>): RequestChapter[] {
  const { guide, fields } = evaluated;
  const named = new Set(guide.chapters.flatMap(({ fields: ids = [] }) => ids));
  const further: Chapter = { id: "further", label: guide.further, fields: guide.fields.map(({ id }) => id).filter((id) => !named.has(id)) };
  return [...guide.chapters, further].map(({ id, label, means, fields: ids = [] }) => ({
    id, label, means,
    details: detailsOf(ids.filter((each) => !said.has(each)).map((each) => fields.get(each)!)),
    remarks: means === "notes" ? distinct(notesOf(evaluated, "done")) : means === "left-open" ? distinct(leftOpen(evaluated)) : [],
  }));
}

function since(guide: GuideIndex, record: RfqRecord): RequestSummary["since"] {
  const build = lastBuild(record);
  if (!build) return null;
  const { values, given, regressions, settled } = changesBetween(guide, build, record);
  const details = given.map(({ field }) => guide.field(field).label);
  const first = [...new Set([...details, ...values.filter(({ from }) => !from).map(({ label }) => label)])];
  return { build, changed: values.filter(({ from }) => from), given: first, regressions, settled };
}

/** The notes on items of one status; what is said of one that is not applicable stands with its details. */
function notesOf({ items }: ItemEvaluation, status: "done" | "open"): Remark[] {
  return [...items.values()].filter((state) => state.status === status)
    .map(({ ref, item, answer }) => ({ id: ref, label: item.label, text: answer.note ?? "" }));
}

/** Items that are open with a note on why, details that say that they are not decided, and those that a link said; a blank alone says nothing. */
function leftOpen(evaluated: ItemEvaluation): Remark[] {
  const fields = [...evaluated.fields.values()];
  const undecided = fields.flatMap(({ field, vague }) =>
    vague.filter(({ group }) => group === "undecided").map(({ text }) => ({ id: field.id, label: field.label, text })));
  const linked = detailsOf(fields).filter(({ unconfirmed }) => unconfirmed)
    .map(({ field }) => ({ id: field.id, label: field.label, text: UNCONFIRMED }));
  return [...notesOf(evaluated, "open"), ...undecided, ...linked];
}

/** The remarks that say something that can be seen, each once: two lists may ask for the same thing, and be told the same. */
function distinct(remarks: Remark[]): Remark[] {
  const found = new Map<string, Remark>();
  for (const { id, label, text } of remarks) {
    const shown = clean(text);
    const key = `${label}\n${shown}`;
    if (shown && !found.has(key)) found.set(key, { id, label, text: shown });
  }
  return [...found.values()];
}

function roleLabel(guide: GuideIndex, id = ""): string {
  return guide.roles.find((role) => role.id === id)?.label ?? id;
}
