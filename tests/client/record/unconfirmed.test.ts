import assert from "node:assert/strict";
import { test } from "node:test";
import { strFromU8, unzipSync } from "fflate";
import { checkSheetRows } from "../../../macros/client/export/check-sheet-rows.ts";
import { toCsv } from "../../../macros/client/export/csv.ts";
import { checkSheetDocument, requestDocument } from "../../../macros/client/export/document.ts";
import { toHtml } from "../../../macros/client/export/html.ts";
import { messageOf } from "../../../macros/client/export/mail.ts";
import { toJson } from "../../../macros/client/export/json.ts";
import { toMarkdown } from "../../../macros/client/export/markdown.ts";
import { toText } from "../../../macros/client/export/text.ts";
import { toXlsx } from "../../../macros/client/export/xlsx.ts";
import { readRecord } from "../../../macros/client/import/parse-record.ts";
import { prefilledValues, withPrefilled } from "../../../macros/client/import/prefill.ts";
import { withBuild } from "../../../macros/client/record/builds.ts";
import { migrate } from "../../../macros/client/record/migrate.ts";
import { changedSince, unconfirmed, withConfirmed } from "../../../macros/client/record/unconfirmed.ts";
import { evaluate } from "../../../macros/client/summary/evaluate.ts";
import { differences } from "../../../macros/client/summary/record-diff.ts";
import { changesBetween } from "../../../macros/client/summary/changes.ts";
import type { RfqRecord } from "../../../macros/client/record/types.ts";
import { GUIDE, SCHEMA, record, summaryOf } from "../support.ts";

const AT = "2026-10-01T09:00:00Z";
const LINK = "#part-number=OTHER-9&revision=Z&stage=pilot-run&pilot-qty=5&alloy=6061&need-date=2027-01-15";
const MARK = "from a link, not confirmed";

function filled(before: RfqRecord = record()): RfqRecord {
  return withPrefilled(GUIDE, before, prefilledValues(GUIDE, LINK), AT);
}

test("what a link said is lacking until the reader confirmed it, and keeps its question", async () => {
  const linked = filled();
  const before = evaluate(GUIDE, linked, "2026-10-01");
  const after = evaluate(GUIDE, withConfirmed(GUIDE, linked, unconfirmed(GUIDE, linked), AT), "2026-10-01");
  for (const field of unconfirmed(GUIDE, linked)) {
    const ofField = ({ questions }: typeof before): string[] => questions.filter(({ about, id }) => about === "field" && id === field).map(({ text }) => text);
    assert.match(ofField(before).join(), /from a link that nobody has confirmed/, field);
    assert.deepEqual(ofField(after), [], field);
  }
  const item = [...before.items.values()].find(({ item: { fields } }) => fields.includes("alloy"))!;
  assert.ok(item.lacking.some(({ field }) => field.id === "alloy"));
});

test("a lock that was ticked over what a link said does not hold", async () => {
  const { ref } = GUIDE.items.find(({ ref, item }) => ref.startsWith("pilot-lock/") && item.fields.includes("alloy"))!;
  const ticked = { ...filled(), answers: { [ref]: { status: "done" as const, note: "", at: AT, text: "" } } };
  const blocker = evaluate(GUIDE, ticked, "2026-10-01").verdict.blockers.find((each) => each.ref === ref)!;
  assert.match(blocker.text, /not confirmed: .*Alloy/);
});

test("every form that leaves the page marks what a link said, and no longer once it is confirmed", async () => {
  const linked = filled();
  for (const [of, isMarked] of [[linked, true], [withConfirmed(GUIDE, linked, unconfirmed(GUIDE, linked), AT), false]] as const) {
    const summary = { ...summaryOf(of), withCheckSheet: true };
    const request = requestDocument(summary);
    const forms = {
      markdown: toMarkdown(request), text: toText(request).replace(/\s+/g, " "), html: toHtml(request), csv: toCsv(summary), sheet: toMarkdown(checkSheetDocument(summary)),
      message: messageOf(summary, "x.zip"), xlsx: Object.values(unzipSync(await toXlsx(summary))).map((bytes) => strFromU8(bytes)).join("\n"),
    };
    for (const [form, text] of Object.entries(forms)) assert.equal(text.includes(MARK), isMarked, form);
    assert.equal(forms.markdown.split(MARK).length > 8, isMarked);
    assert.equal(/^# .*OTHER-9, revision Z \(/m.test(forms.markdown), isMarked);
    assert.equal(forms.csv.includes(`"5","pcs","${MARK}"`) || forms.csv.includes(`"5","","${MARK}"`) || forms.csv.includes(`"5","parts","${MARK}"`), isMarked, forms.csv);
    assert.equal(checkSheetRows(summary).some(({ detail }) => detail === "Not confirmed"), isMarked);
    assert.equal(summary.chapters.some(({ remarks }) => remarks.some(({ text }) => text === MARK)), isMarked);
  }
});

test("the record's file keeps the fact, and so does a build", async () => {
  const linked = withBuild(filled(), "A", AT);
  const read = await readRecord(toJson(linked), SCHEMA);
  assert.ok("record" in read);
  assert.deepEqual(unconfirmed(GUIDE, read.record), unconfirmed(GUIDE, linked));
  assert.deepEqual(unconfirmed(GUIDE, read.record.builds[0]!), unconfirmed(GUIDE, linked));
  const confirmed = withConfirmed(GUIDE, linked, ["alloy"], AT);
  const { values } = changesBetween(GUIDE, linked.builds[0]!, confirmed);
  assert.deepEqual(values.map(({ field, from, to }) => [field, from, to]), [["alloy", `6061 (${MARK})`, "6061"]]);
  assert.deepEqual(differences(linked, confirmed, GUIDE).map(({ from, to }) => [from, to]), [[`6061 (${MARK})`, "6061"]]);
  assert.equal("problem" in await readRecord(JSON.stringify({ ...linked, unconfirmed: ["Not An Id"] }), SCHEMA), true);
});

test("whoever changes a marked value gives their own word, in the same part alone", async () => {
  const linked = filled();
  const changed = { ...linked, values: { ...linked.values, alloy: "7075" } };
  assert.deepEqual(changedSince(GUIDE, linked, changed), ["alloy"]);
  assert.deepEqual(changedSince(GUIDE, linked, structuredClone(linked)), []);
  assert.deepEqual(changedSince(GUIDE, linked, { ...changed, id: "other" }), []);
  assert.deepEqual(changedSince(GUIDE, record(), linked), []);
});

test("an option that moved is no change of the reader's", () => {
  const guide = Object.assign(Object.create(GUIDE) as typeof GUIDE, { moved_options: { "alloy/6061": "alloy/en-aw-6061" } });
  const linked = filled();
  const migrated = migrate(linked, guide);
  assert.equal(migrated.values["alloy"], "en-aw-6061");
  assert.deepEqual(changedSince(guide, linked, migrated), []);
  assert.deepEqual(changedSince(guide, linked, { ...linked, values: { ...linked.values, revision: "Y" } }), ["revision"]);
});
