/** The guide as its scripts bring it: without what goes without saying, and what only summaries read in a second part. */

import type { Checklist, Field, Guide, Item } from "./types.ts";

const GUIDE = { upload: null, moved_items: {}, moved_fields: {}, moved_options: {} } satisfies Partial<Guide>;

/** What summaries read beside the rest, at the same places. */
export type RestOfGuide = Pick<Guide,
  "outcomes" | "locks" | "asks" | "contradictions" | "roles" | "title_block" | "chapters" | "further" | "people" | "locked_requests" | "levels" | "conditions" | "vague"> & {
  fields: Omit<Field, keyof SaidField>[];
  checklists: { title: string; items: Pick<Item, "label" | "ask">[] }[];
};

type SaidField = Pick<Field, "id" | "kind" | "retired">;
type SaidChecklist = Omit<Checklist, "title" | "items"> & { items: Omit<Item, "label" | "ask">[] };

/** What pages load to be answered. */
export type SaidGuide = Omit<Guide, keyof RestOfGuide | keyof typeof GUIDE> & Partial<Pick<Guide, keyof typeof GUIDE>> & {
  fields: SaidField[];
  checklists: SaidChecklist[];
};

/** The guide to be answered; until the rest is added, nothing that judges a record may be asked of it. */
export function readGuide(said: SaidGuide): Guide {
  return structuredClone({ ...GUIDE, ...said }) as Guide;
}

/** Adds the rest in place: whoever holds an item of the guide has it too. */
export function addRest(guide: Guide, { fields, checklists, ...rest }: RestOfGuide): void {
  Object.assign(guide, rest);
  fields.forEach((field, index) => Object.assign(guide.fields[index]!, field));
  checklists.forEach(({ title, items }, list) => {
    guide.checklists[list]!.title = title;
    items.forEach((item, index) => Object.assign(guide.checklists[list]!.items[index]!, item));
  });
}
