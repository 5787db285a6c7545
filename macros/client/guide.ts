/** The guide with its parts by id, so that nothing searches a list twice. */

import type { Checklist, Field, Guide, Item, Outcome, Value } from "./types.ts";

/** An item with its list, and the name that other files and records know it by. */
export interface ListedItem { ref: string; list: Checklist; item: Item }

/** Looks parts of the guide up; what the guide does not have is an error of the site, not of the reader. */
export class GuideIndex {
  readonly guide: Guide;
  /** Every item of every checklist, in their order. */
  readonly items: ListedItem[];
  readonly #checklists: Map<string, Checklist>;
  readonly #listed: Map<Checklist, ListedItem[]>;
  readonly #fields: Map<string, Field>;
  readonly #items: Map<string, Item>;
  readonly #stages: Map<string, number>;

  constructor(guide: Guide) {
    this.guide = guide;
    this.#checklists = new Map(guide.checklists.map((each) => [each.id, each]));
    this.#fields = new Map(guide.fields.map((each) => [each.id, each]));
    this.#listed = new Map(guide.checklists.map((list) => [list, list.items.map((item) => ({ ref: `${list.id}/${item.id}`, list, item }))]));
    this.items = [...this.#listed.values()].flat();
    this.#items = new Map(this.items.map(({ ref, item }) => [ref, item]));
    this.#stages = new Map(guide.stages.map((each, place) => [each.id, place]));
  }

  checklist(id: string): Checklist {
    return found(this.#checklists.get(id), `checklist ${id}`);
  }

  /** The items of a checklist under their names. */
  itemsOf(checklist: string): ListedItem[] {
    return this.#listed.get(this.checklist(checklist))!;
  }

  field(id: string): Field {
    return found(this.#fields.get(id), `field ${id}`);
  }

  item(ref: string): Item {
    return found(this.#items.get(ref), `item ${ref}`);
  }

  outcome(id: string): Outcome {
    return found(this.guide.outcomes.find((each) => each.id === id), `outcome ${id}`);
  }

  /** A stage's place on the path from 0, or -1 for none. */
  stagePlace(id: Value | undefined): number {
    return typeof id === "string" ? (this.#stages.get(id) ?? -1) : -1;
  }

  /** A stage's label; a stage the guide does not know keeps its id. */
  stageLabel(id: string | null): string {
    return this.guide.stages[this.stagePlace(id ?? undefined)]?.label ?? id ?? "";
  }
}

function found<T>(part: T | undefined, name: string): T {
  if (part === undefined) throw new Error(`The guide has no ${name}.`);
  return part;
}
