/** The guide with its parts by id, so that nothing searches a list twice. */

import { KnownFields } from "./known-fields.ts";
import type { Checklist, Field, Guide, Item, Outcome, Value } from "./types.ts";

/** An item with its list, and the name that other files and records know it by. */
export interface ListedItem { ref: string; checklist: Checklist; item: Item }

/** All that the guide holds. */
export interface GuideIndex extends Readonly<Guide> {}

/** Looks entries of the guide up; what the guide does not have is an error of the site, not of the reader. */
export class GuideIndex {
  /** What is known by its meaning. */
  readonly known: KnownFields;
  /** Every item of every checklist, in their order. */
  readonly items: ListedItem[];
  readonly #checklists: Map<string, Checklist>;
  readonly #listed: Map<Checklist, ListedItem[]>;
  readonly #fields: Map<string, Field>;
  readonly #items: Map<string, ListedItem>;
  readonly #stages: Map<string, number>;

  constructor(guide: Guide) {
    Object.assign(this, guide);
    this.known = new KnownFields(guide);
    this.#checklists = new Map(guide.checklists.map((each) => [each.id, each]));
    this.#fields = new Map(guide.fields.map((each) => [each.id, each]));
    this.#listed = new Map(guide.checklists.map((checklist) =>
      [checklist, checklist.items.map((item) => ({ ref: `${checklist.id}/${item.id}`, checklist, item }))]));
    this.items = [...this.#listed.values()].flat();
    this.#items = new Map(this.items.map((listed) => [listed.ref, listed]));
    this.#stages = new Map(guide.stages.map((each, index) => [each.id, index]));
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
    return this.listed(ref).item;
  }

  /** An item with its checklist. */
  listed(ref: string): ListedItem {
    return found(this.#items.get(ref), `item ${ref}`);
  }

  outcome(id: string): Outcome {
    return found(this.outcomes.find((each) => each.id === id), `outcome ${id}`);
  }

  /** A stage's position on the path from 0, or -1 for none. */
  stageIndex(id: Value | undefined): number {
    return typeof id === "string" ? (this.#stages.get(id) ?? -1) : -1;
  }

  /** A stage's label; a stage the guide does not know keeps its id. */
  stageLabel(id: string | null): string {
    return this.stages[this.stageIndex(id ?? undefined)]?.label ?? id ?? "";
  }
}

function found<T>(entry: T | undefined, name: string): T {
  if (entry === undefined) throw new Error(`The guide has no ${name}.`);
  return entry;
}
