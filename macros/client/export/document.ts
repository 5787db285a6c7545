/** Lays the summary out as a document: the one walk that Markdown, plain text and print share. */

import { isWhole } from "../levels.ts";
import type { Detail, Entry, Section, Summary } from "../summary.ts";
import { type Block, type Chapter, type Document, type Fact, type Table, type Tick, isTable } from "./blocks.ts";
import { clean, cleanLine } from "./clean.ts";
import { fileFacts, headed, headerFacts, outsideAddress, tableOf } from "./facts.ts";

/** Lays a summary out, in the order it is read. */
export function documentOf(summary: Summary): Document {
  const head = headerFacts(summary);
  const [part, revision, ...rest] = head.map((fact) => String(fact.value));
  const name = [part, revision && `revision ${revision}`].filter(Boolean).join(", ");
  return {
    title: name ? `RFQ summary: ${name}` : "RFQ summary",
    running: [name, ...rest.slice(0, 2)].filter(Boolean).join(", "),
    facts: head.map((fact) => ({ label: fact.label, words: String(fact.value) || "not given" })),
    chapters: [
      { heading: "Verdict", blocks: verdict(summary) },
      ...levels(summary),
      ...changes(summary),
      ...summary.sections.map(chapter),
      { heading: "Documents requested", blocks: documents(summary) },
      { heading: "Files", blocks: files(summary) },
      { heading: "Open questions", blocks: questions(summary) },
      { heading: "Next step", blocks: [nextStep(summary)] },
    ],
  };
}

function verdict({ outcome, blockers }: Summary): Block[] {
  const blocks: Block[] = [{ kind: "text", text: outcome.label, strong: true }, { kind: "text", text: outcome.text }];
  if (blockers.length === 0) return blocks;
  const texts = blockers.map((blocker) => `${blocker.item.label}: ${blocker.outcome.label}`);
  const lead = "What holds it, the most serious first:";
  return [...blocks, { kind: "text", text: lead }, { kind: "list", numbered: false, texts }];
}

/** Where the part is, once all its levels are picked. */
function levels({ reading }: Summary): Chapter[] {
  if (!isWhole(reading)) return [];
  const texts = reading.holding.map(({ column, step }) => `${column.label}: ${step}`);
  const held: Block[] = texts.length ? [{ kind: "text", text: "The columns that decide, each with its next level:" }, { kind: "list", numbered: false, texts }] : [];
  return [{ heading: "Where the part is", blocks: [{ kind: "text", text: reading.label, strong: true }, ...held] }];
}

/** What changed since the last build; what was settled then and is open now stands first. */
function changes({ since }: Summary): Chapter[] {
  if (!since) return [];
  const { regressions, settled, values } = since.changes;
  const blocks: Block[] = [];
  const list = (lead: string, turns: { list: string; label: string }[]): void => {
    if (turns.length === 0) return;
    const texts = turns.map((turn) => `${turn.list}: ${turn.label}`);
    blocks.push({ kind: "text", text: lead, strong: true }, { kind: "list", numbered: false, texts });
  };
  list("Settled then, open now:", regressions);
  list("Settled since:", settled);
  if (values.length) {
    const columns = ["Detail", "From", "To"].map((label) => ({ label, kind: "text" as const }));
    const rows = values.map(({ label, from, to }) => [cleanLine(label), cleanLine(from) || "not given", cleanLine(to) || "not given"]);
    blocks.push({ kind: "about", about: [{ label: "", columns, rows }] });
  }
  if (blocks.length === 0) blocks.push({ kind: "text", text: "Nothing." });
  const name = cleanLine(since.build.name) || "the last build";
  return [{ heading: `What changed since ${name}, ${since.build.at.slice(0, 10)}`, blocks }];
}

function chapter(section: Section): Chapter {
  const items = section.entries.map(tick);
  return { heading: section.title, blocks: [{ kind: "text", text: `${section.progress}.` }, { kind: "items", items }] };
}

function tick(entry: Entry): Tick {
  const about: (Fact | Table)[] = [];
  const note = clean(entry.note);
  if (note) about.push({ label: entry.status === "na" ? "Reason" : "Note", words: note });
  if (entry.reworded) about.push({ label: "Check again", words: "the wording has changed since this was answered" });
  about.push(...details(entry.details));
  if (entry.missing.length) about.push({ label: "Not given", words: entry.missing.map((field) => field.label).join(", ") });
  return { status: entry.status, label: entry.label, said: entry.said, about };
}

/** What of the details can be seen: a value may be nothing but characters that do not show. */
function details(all: Detail[]): (Fact | Table)[] {
  return all.map(said).filter((each) => isTable(each) || each.words);
}

/** A detail as a table where it has rows of several columns, else in words. */
function said(detail: Detail): Fact | Table {
  const { field, words } = detail;
  const table = tableOf(detail);
  if (!table) return { label: field.label, words: clean(words) };
  return {
    label: field.label,
    columns: table.columns.map(({ label, unit, kind }) => ({ label: headed(label, unit), kind })),
    rows: table.rows.map((cells) => cells.map(String)),
  };
}

function documents({ documents: named }: Summary): Block[] {
  const about = details(named);
  return about.length ? [{ kind: "about", about }] : [{ kind: "text", text: "No document is named yet." }];
}

function files({ files: entries, paths }: Summary): Block[] {
  if (entries.length === 0) return [{ kind: "text", text: "No file is listed." }];
  const facts = entries.map((file) => [{ label: "File", value: cleanLine(file.name) }, ...fileFacts(file, paths)]);
  const known = facts[0]!.map((_, place) => facts.some((file) => file[place]!.value !== ""));
  const columns = facts[0]!.filter((_, place) => known[place]).map(({ label, unit }) => ({
    label: headed(label, unit),
    kind: unit ? "integer" as const : "text" as const,
  }));
  const rows = facts.map((file) =>
    file.filter((_, place) => known[place]).map((fact) => String(fact.value) || "unknown"));
  return [{ kind: "about", about: [{ label: "", columns, rows }] }];
}

function questions(summary: Summary): Block[] {
  const texts = summary.questions.map((question) => question.text);
  return texts.length ? [{ kind: "list", numbered: true, texts }] : [{ kind: "text", text: "None." }];
}

function nextStep({ outcome }: Summary): Block {
  const url = outsideAddress(outcome.next_url);
  if (url) return { kind: "link", label: outcome.next_label, url };
  return { kind: "text", text: `${outcome.next_label}: page ${outcome.next_url} of the guide.` };
}
