/** Whether something out of storage is a record: enough of a check that no page stumbles over it. */

import { RECORD_FORMAT } from "./formats.ts";
import type { RfqRecord } from "./types.ts";

type Unknowns = Record<string, unknown>;

/** A record that this guide reads and writes. */
export function isRecord(value: unknown): value is RfqRecord {
  return isMap(value) && value.schema === RECORD_FORMAT && hasShape(value);
}

/** A record of a newer schema: kept as it is, never written. */
export function isNewer(value: unknown): value is Unknowns & { id: string } {
  return isMap(value) && isName(value.id) && Number(/^rfq-record\/(\d+)/.exec(String(value.schema))?.[1]) > 1;
}

/** Whether the parts of a record that pages read are there and of their type, whatever its schema. */
export function hasShape(value: Unknowns): boolean {
  const { id, guide, created, updated, stage, levels, na, builds, files } = value;
  return isName(id) && [guide, created, updated, stage ?? ""].every(isText) && isEntered(value) &&
    isMapOf(levels, isText) && isMapOf(na ?? {}, isText) &&
    isListOf(builds, (build) => isMap(build) && isText(build.name) && isEntered(build)) &&
    isListOf(files, (file) => isMap(file) && isText(file.name));
}

const isText = (value: unknown): value is string => typeof value === "string";
const isName = (value: unknown): value is string => isText(value) && value !== "";
const isCell = (value: unknown) => isText(value) || typeof value === "number";
const isListOf = (value: unknown, test: (entry: unknown) => boolean) => Array.isArray(value) && value.every(test);
const isMapOf = (value: unknown, test: (entry: unknown) => boolean) => isMap(value) && Object.values(value).every(test);

/** Storage also holds dates, sets and buffers, which look like empty objects: only plain objects count. */
export function isMap(value: unknown): value is Unknowns {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function isEntered({ values, answers }: Unknowns): boolean {
  return isMapOf(values, isValue) && isMapOf(answers, isAnswer);
}

function isValue(value: unknown): boolean {
  return isCell(value) || isListOf(value, (entry) => isText(entry) || isRow(entry));
}

function isRow(value: unknown): boolean {
  return isMap(value) && isName(value.id) && isMapOf(value, isCell);
}

function isAnswer(value: unknown): boolean {
  return isMap(value) && ["done", "open", "na"].includes(value.status as string) &&
    [value.note, value.at, value.text].every((each) => isText(each ?? ""));
}
