/** Lays the check sheet out as a document: the verdict, the lists, and the questions that a desk would ask. */

import type { StatusChange } from "../summary/changes.ts";
import type { CheckSheet, Entry, Section } from "../summary/check-sheet.ts";
import { isComplete } from "../summary/levels.ts";
import type { RequestSummary } from "../summary/request.ts";
import type { Summary } from "../summary/summary.ts";
import { clean } from "../text/sanitize.ts";
import type { Block, Chapter, DocumentItem, LabeledText } from "./document-types.ts";
import { buildName } from "./labeled-values.ts";

/** Its chapters behind a request, where the first is named after what begins. */
export function checkSheetChapters(summary: Summary): Chapter[] {
  const [verdict, ...rest] = chaptersOf(summary);
  return [{ ...verdict!, heading: "Check sheet" }, ...rest];
}

/** Its chapters in a document of its own. */
export function chaptersOf(summary: Summary): Chapter[] {
  return [
    { heading: "Verdict", blocks: verdict(summary) },
    ...levelChapter(summary),
    ...turned(summary),
    ...summary.sections.map(chapter),
    { heading: "Open questions", blocks: questions(summary) },
  ];
}

function verdict({ outcome, blockers }: CheckSheet): Block[] {
  const texts = blockers.map((blocker) => `${blocker.item.label}: ${blocker.text}`);
  return [{ kind: "text", text: outcome.label, strong: true }, ...listed("Blockers, the most serious first:", texts)];
}

/** Where the part is, once all its levels are picked. */
function levelChapter({ levels }: CheckSheet): Chapter[] {
  if (!isComplete(levels)) return [];
  const texts = levels.limiting.map(({ column, step }) => `${column.label}: ${step}`);
  const aside = levels.informs.map((text): Block => ({ kind: "text", text }));
  const held = listed("The columns that decide, each with its next level:", texts);
  return [{ heading: "Where the part is", blocks: [{ kind: "text", text: levels.label, strong: true }, ...held, ...aside] }];
}

/** What was settled at the last build and is open now, and the other way round. */
function turned({ since }: RequestSummary): Chapter[] {
  if (!since) return [];
  const list = (lead: string, changed: StatusChange[]): Block[] =>
    listed(lead, changed.map(({ checklist, label }) => `${checklist}: ${label}`), { strong: true });
  const blocks = [...list("Reopened since:", since.regressions), ...list("Settled since:", since.settled)];
  return blocks.length > 0 ? [{ heading: `Items since ${buildName(since.build)}, ${since.build.at.slice(0, 10)}`, blocks }] : [];
}

/** A list under the line that leads to it; nothing where it is empty. */
function listed(lead: string, texts: string[], emphasis: { strong?: true } = {}): Block[] {
  return texts.length > 0 ? [{ kind: "text", text: lead, ...emphasis }, { kind: "list", numbered: false, texts }] : [];
}

function chapter(section: Section): Chapter {
  return { heading: section.title, blocks: [{ kind: "text", text: `${section.progress}.` }, { kind: "items", items: section.entries.map(itemOf) }] };
}

function itemOf(entry: Entry): DocumentItem {
  const details: LabeledText[] = [];
  const note = clean(entry.note);
  if (note) details.push({ label: entry.status === "na" ? "Reason" : "Note", text: note });
  if (entry.reworded) details.push({ label: "Check again", text: "the wording has changed since this was answered" });
  if (entry.missing.length) details.push({ label: "Not given", text: entry.missing.map((field) => field.label).join(", ") });
  if (entry.vague.length) details.push({ label: "Not exact", text: entry.vague.map((field) => field.label).join(", ") });
  if (entry.unconfirmed.length) details.push({ label: "Not confirmed", text: entry.unconfirmed.map((field) => field.label).join(", ") });
  return { status: entry.status, label: entry.label, statusLabel: entry.statusLabel, details };
}

function questions(summary: CheckSheet): Block[] {
  const texts = summary.questions.map((question) => clean(question.text));
  return texts.length ? [{ kind: "list", numbered: true, texts }] : [{ kind: "text", text: "None." }];
}
