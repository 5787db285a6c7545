/** What files say that empty details of the record can be filled with; nothing is written unasked. */

import type { GuideIndex } from "../record/guide-index.ts";
import type { Offer as OfferedFact, Preflight } from "../record/generated.ts";
import type { RfqRecord } from "../record/types.ts";
import { CheckContext, type CheckedFile } from "./checks/check-context.ts";
import { partOf } from "./checks/identity.ts";
import { baseName, plainPartNumber, plainRevision } from "./file-names.ts";
import { tidy } from "./file-facts.ts";

/** One value for one field, by its id, with the file that says so. */
export interface Offer { fact: OfferedFact["fact"]; field: string; value: string; file: string }

/** What one file says. */
interface Said { value: string; file: CheckedFile }

const LONGEST = 100;

const SAYS: Record<OfferedFact["fact"], (context: CheckContext) => Said[]> = {
  "part-number": (context) => {
    const products = said(context.ofKind("step"), (file) => (file.facts?.partial ? [] : file.facts?.products ?? []).map((product) => partOf(product, context)));
    return products.length > 0 ? products : said(context.compared, (file) => [context.names(file).part]);
  },
  revision: (context) => said(context.compared, (file) => {
    const { revision, counted } = context.names(file);
    const { revisions = [] } = context.textFinds(file) ?? {};
    return [revision !== undefined && !counted ? revision : revisions.length === 1 && !file.facts?.partial ? revisions[0] : undefined];
  }),
  unit: (context) => said((["step", "iges", "dxf"] as const).flatMap((kind) => context.ofKind(kind)), (file) => [file.facts?.unit]),
  "model-name": (context) => only(context.inRole("model").filter((file) => context.kind(file) !== "mesh")),
  "drawing-name": (context) => only(context.inRole("drawing").filter((file) => context.kind(file) === "pdf")),
  "drawing-number": (context) => said(context.inRole("drawing"), (file) => {
    const number = context.textFinds(file)?.number ?? "";
    const part = plainPartNumber(context.text("part-number") || (context.names(file).part ?? ""));
    // Without a part number it cannot be told whether this is another one.
    return [part === "" || [part, part + context.revision].includes(plainPartNumber(number)) ? undefined : number];
  }),
};

/** The offers for details that are empty, each value once, in the order of the data; what was declined of a file is not offered again. */
export function offersOf(data: Preflight, guide: GuideIndex, record: RfqRecord, files: readonly CheckedFile[]): Offer[] {
  const context = new CheckContext(data, guide, record, files);
  return data.offers.flatMap(({ fact, fills }) => {
    if (!guide.known.has(fills) || context.text(fills) !== "") return [];
    const field = guide.field(guide.known.id(fills));
    const seen = new Set<string>();
    return SAYS[fact](context).flatMap(({ value, file }): Offer[] => {
      const key = fact === "revision" ? plainRevision(value, data) : plainPartNumber(value);
      if (value.length > LONGEST || seen.has(key) || record.files.find(({ name }) => name === file.name)?.declined?.includes(fact)) return [];
      if (field.options?.length && !field.options.some(({ id }) => id === value)) return [];
      seen.add(key);
      return [{ fact, field: field.id, value, file: file.name }];
    });
  });
}

function said(files: CheckedFile[], values: (file: CheckedFile) => (string | undefined)[]): Said[] {
  return files.flatMap((file) => values(file).flatMap((value) => (value ? [{ value: tidy(value), file }] : [])));
}

/** The name of a file where there is no other that it could be. */
function only(files: CheckedFile[]): Said[] {
  return files.length === 1 ? [{ value: baseName(files[0]!.name), file: files[0]! }] : [];
}
