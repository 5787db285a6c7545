/** Export control: where a part declares it, and what it keeps a record from. */

import { ownEntry } from "../text/own-entry.ts";
import { displayName } from "../text/display-name.ts";
import type { GuideIndex } from "./guide-index.ts";
import { movedId } from "./migrate.ts";
import { receivedReview } from "./received-review.ts";
import { isEmpty } from "./record.ts";
import { isMap } from "./shape.ts";
import type { Condition, Field, RfqRecord, Values } from "./types.ts";

const MEANINGS = ["export-control", "cui"] as const;

/** Whether a part is under export control or marked CUI, by what it, a build or a review of it says, or the guide cannot tell that it is not. */
export function isControlled(guide: GuideIndex, record: RfqRecord): boolean {
  return whereControlled(guide, record) !== undefined;
}

/** Where control is declared or not ruled out, to go on a sentence with: “for this part”, “in the build “Rev A””. */
export function whereControlled(guide: GuideIndex, record: RfqRecord): string | undefined {
  if (declares(guide, record.values)) return "for this part";
  const build = record.builds.find(({ values }) => declares(guide, values));
  if (build) return `in the build “${displayName(build.name, 60)}” of this part`;
  return reviewDeclares(guide, record) ? "in the desk's review of this part" : undefined;
}

/** Whether somebody said of a part that it is not controlled: a blank says nothing. */
export function isKnownFree(guide: GuideIndex, record: RfqRecord): boolean {
  return !isControlled(guide, record) && guide.known.valuesOf(record, "export-control").some((value) => !isEmpty(value));
}

/** Why a record must not travel in a link; undefined where it may. */
export function whyNoLink(guide: GuideIndex, record: RfqRecord): string | undefined {
  const where = whereControlled(guide, record);
  return where && `Share links are off because export control or CUI is declared ${where}, or not ruled out: send the record by the route agreed for it.`;
}

/** Whether a field is about export control: a regime, a marking, or what is asked only because of one. */
export function isOnControl(guide: GuideIndex, { id, asked_if }: Field): boolean {
  const ids = MEANINGS.map((meaning) => guide.known.id(meaning));
  return ids.includes(id) || (asked_if != null && looksAt(guide, asked_if, ids));
}

/** Whether values declare control, or say something that the guide does not know to be free of it. */
function declares(guide: GuideIndex, values: Values): boolean {
  return MEANINGS.some((meaning) => {
    const field = fieldOn(guide, meaning);
    const free = optionsOf(field).filter(({ means }) => means === "no-control").map(({ id }) => id);
    const said = guide.known.valuesOf({ values }, meaning).filter((value) => !isEmpty(value));
    return !field || said.some((value) => typeof value !== "string" || !free.includes(value));
  }) || unknownDeclares(guide, values);
}

/** A field that this guide does not have may be another guide's on export control: it is one where it says what only those say. */
function unknownDeclares(guide: GuideIndex, values: Values): boolean {
  const known = new Set([...guide.fields.map(({ id }) => id), ...Object.keys(guide.moved_fields)]);
  const controlled = new Set(MEANINGS.flatMap((meaning) => optionsOf(fieldOn(guide, meaning))).filter(({ means }) => means !== "no-control").map(({ id }) => id));
  return Object.entries(values).some(([id, value]) => !known.has(id) && (typeof value === "string" ? [value] : Array.isArray(value) ? value : [])
    .some((each) => typeof each === "string" && controlled.has(each)));
}

/** A question of the desk on control that is not answered leaves it open, and so does a review that nobody here can read. */
function reviewDeclares(guide: GuideIndex, record: RfqRecord): boolean {
  const kept = ownEntry<unknown>(record, "review");
  if (kept === undefined || kept === null) return false;
  const review = receivedReview(record);
  if (!review) return true;
  const values = ownEntry<unknown>(review, "values");
  if (values !== undefined && (!isMap(values) || declares(guide, values as Values))) return true;
  return review.questions.some(({ field = "", answered }) =>
    answered !== true && MEANINGS.some((meaning) => movedId(guide.moved_fields, field) === guide.known.id(meaning)));
}

function fieldOn(guide: GuideIndex, meaning: (typeof MEANINGS)[number]): Field | undefined {
  return guide.fields.find(({ id }) => id === guide.known.id(meaning));
}

function optionsOf(field: Field | undefined): NonNullable<Field["options"]> {
  return [...field?.options ?? [], ...field?.retired ?? []];
}

function looksAt(guide: GuideIndex, condition: Condition, fields: string[]): boolean {
  if ("all" in condition) return condition.all.some((each) => looksAt(guide, each, fields));
  if ("any" in condition) return condition.any.some((each) => looksAt(guide, each, fields));
  if ("condition" in condition) return looksAt(guide, guide.conditions[condition.condition]!, fields);
  return "field" in condition && fields.includes(condition.field);
}
