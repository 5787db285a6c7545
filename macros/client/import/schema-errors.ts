/** The errors of a schema validator in plain words: the path, and what was expected there. */

import { displayName } from "../text/display-name.ts";

/** One error: the path as a JSON pointer, and the keyword of the schema that is not met. */
export interface SchemaError { instanceLocation: string; keyword: string; error: string }

/** Keywords whose errors only say that something inside them is wrong. */
const OUTER = new Set([
  "properties", "patternProperties", "additionalProperties", "propertyNames", "items", "$ref", "anyOf",
]);
const TYPES: Record<string, string> = {
  string: "text", integer: "a whole number", number: "a number", object: "an object", array: "a list", null: "null",
};

/** The error that names the cause best, in words; undefined where there is none. `placed` gives the path of what is a piece of something. */
export function schemaErrorIn(errors: SchemaError[], placed: (path: string[]) => string[] = (path) => path): string | undefined {
  const causes = errors
    .filter((each) => !OUTER.has(each.keyword))
    .map((each) => ({ ...each, path: placed(pathOf(each.instanceLocation)) }));
  if (causes.length === 0) return errors.length > 0 ? "it does not follow the format of a record" : undefined;
  const cause = causes.reduce((best, each) => (gotFurther(each.path, best.path) ? each : best));
  const there = causes.filter((each) => each.instanceLocation === cause.instanceLocation);
  return `${formatPath(cause.path)}, ${expected(there, cause.path.at(-1) ?? "")}`;
}

/** Of the forms that a value may have, the one that fits longest is the one that was meant. */
function gotFurther(path: string[], than: string[]): boolean {
  return path.length > than.length || (path.length === than.length && Number(path.at(-1)) > Number(than.at(-1)));
}

/** A path in words: `under "answers", entry 2`. */
export function formatPath(path: string[]): string {
  if (path.length === 0) return "at its top level";
  const steps = path.map((step) => (/^\d+$/.test(step) ? `entry ${Number(step) + 1}` : `"${displayName(step, 60)}"`));
  return `under ${steps.join(", ")}`;
}

/** Where one of several forms would do, the most telling error speaks for all. */
function expected(errors: SchemaError[], key: string): string {
  const of = (...keywords: string[]) => errors.find((each) => keywords.includes(each.keyword));
  const missing = of("required");
  if (missing) return `${/"(.*)"/.exec(missing.error)?.[0] ?? "something"} is missing`;
  if (of("false")) return "there is a name that does not belong there";
  const choice = of("enum");
  if (choice) return `one of ${JSON.parse(/\[.*\]/.exec(choice.error)![0]).join(", ")} was expected`;
  if (of("pattern", "format")) return `${written(key)} was expected`;
  if (of("maxLength")) return "there is something too long";
  const many = of("maxItems", "maxProperties");
  if (many) return `there are more than ${/> (\d+)\)/.exec(many.error)?.[1] ?? "the allowed"} entries`;
  if (of("minLength")) return "there is nothing";
  if (of("minimum")) return "a number from 0 was expected";
  const types = new Set(errors
    .filter((each) => each.keyword === "type")
    .map((each) => TYPES[/Expected "(.*)"/.exec(each.error)?.[1] ?? ""] ?? "something else"));
  if (types.has("a number")) types.delete("a whole number");
  return types.size > 0 ? `${[...types].join(" or ")} was expected` : "unexpected value";
}

function written(key: string): string {
  if (key === "created" || key === "updated" || key === "at") return "a time such as 2026-01-31T09:00:00Z";
  return key === "sha256" ? "a checksum of 64 hexadecimal digits" : "a name in small letters, such as pilot-run,";
}

function pathOf(pointer: string): string[] {
  return pointer.split("/").slice(1).map((step) => decodeURI(step).replaceAll("~1", "/").replaceAll("~0", "~"));
}
