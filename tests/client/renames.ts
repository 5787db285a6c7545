/** Sums records and what links fill in up under their guides, as the client does once it opened them; prints what came out of each job, as JSON. */

import { readFileSync } from "node:fs";
import { toCsv } from "../../macros/client/export/csv.ts";
import { fileName } from "../../macros/client/export/file-name.ts";
import { requestDocument } from "../../macros/client/export/document.ts";
import { toHtml } from "../../macros/client/export/html.ts";
import { toMarkdown } from "../../macros/client/export/markdown.ts";
import { prefilledValues, withPrefilled } from "../../macros/client/import/prefill.ts";
import { checkedFile } from "../../macros/client/preflight/checks/check-context.ts";
import { preflight } from "../../macros/client/preflight/preflight.ts";
import { nameForBuild } from "../../macros/client/record/builds.ts";
import { isControlled } from "../../macros/client/record/export-control.ts";
import { GuideIndex } from "../../macros/client/record/guide-index.ts";
import { migrate } from "../../macros/client/record/migrate.ts";
import { nameOf } from "../../macros/client/record/part-names.ts";
import type { RfqRecord } from "../../macros/client/record/types.ts";
import { differences } from "../../macros/client/summary/record-diff.ts";
import { groupQuestions, questionsInText, reviewOf } from "../../macros/client/summary/desk-questions.ts";
import { evaluate } from "../../macros/client/summary/evaluate.ts";
import { summarize } from "../../macros/client/summary/summary.ts";
import { DATA } from "./files-support.ts";
import { record } from "./support.ts";

const DAY = "2026-09-08";

function outcomeOf(guide: GuideIndex, saved: RfqRecord): object {
  const opened = migrate(saved, guide);
  const checks = preflight(DATA, guide, opened, opened.files.map((entry) => checkedFile(entry, undefined)));
  const evaluation = evaluate(guide, opened, DAY, [{ text: "Which file counts?", about: "file", id: "one-revision" }]);
  const summary = { ...summarize(evaluation), withCheckSheet: true };
  const request = requestDocument(summary);
  const groups = groupQuestions(evaluation).map((group) => ({ ...group, questions: group.questions.map(({ text }) => ({ text })) }));
  return {
    savedAs: nameOf(guide, saved), name: nameOf(guide, opened), nextBuild: nameForBuild(guide, opened),
    file: fileName(summary, opened.stage, "md"), linkIsOff: isControlled(guide, opened),
    markdown: toMarkdown(request), html: toHtml(request), csv: toCsv(summary), sections: summary.sections.map(({ progress }) => progress),
    questions: questionsInText(guide, opened, groups), asked: reviewOf(guide, opened, groups, opened.updated).questions.map(({ item }) => item && guide.item(item).label),
    checks: checks.map(({ id, result, evidence }) => [id, result, evidence]),
    differences: differences(record(), opened, guide),
  };
}

const jobs: [guide: object, records: RfqRecord[], links: string[]][] = JSON.parse(readFileSync(process.argv[2]!, "utf8"));
process.stdout.write(JSON.stringify(jobs.map(([data, records, links]) => {
  const guide = new GuideIndex(data as ConstructorParameters<typeof GuideIndex>[0]);
  const filled = links.map((link) => withPrefilled(guide, record(), prefilledValues(guide, link), record().updated));
  return [...records, ...filled].map((each) => outcomeOf(guide, each));
})));
