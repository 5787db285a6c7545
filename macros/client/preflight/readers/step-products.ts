/** The products of a STEP file: which of them it is of, which are placed in others, and which files it refers to. */

import { type Product, tidy } from "../file-facts.ts";
import { baseName } from "../file-names.ts";
import { argumentsOf, otherReading, stringIn } from "./step-text.ts";

/** More of a kind than this is not kept; an assembly of more is not what is quoted. */
const MOST = 2000;
const MOST_REFERENCES = 50;
const FILE_NAME = /\.[a-z0-9_]{1,10}$/i;

/** Gathers products and what they have to do with each other. */
export class StepProducts {
  occurrences = 0;
  readonly #products = new Map<string, Product>();
  /** The product that a definition, a formation or a product stands for, by the instance that it is of. */
  readonly #of = new Map<string, string>();
  readonly #versions = new Map<string, string>();
  readonly #related = new Set<string>();
  readonly #documents = new Set<string>();
  readonly #files = new Map<string, string>();

  /** Takes a statement in, if it is about products. */
  take(id: string, word: string, statement: string): void {
    if (this.#of.size > 4 * MOST) return;
    if (word === "PRODUCT") this.#product(id, argumentsOf(statement));
    else if (word.startsWith("PRODUCT_DEFINITION_FORMATION")) this.#formation(id, argumentsOf(statement));
    else if (word === "PRODUCT_DEFINITION" || word === "PRODUCT_DEFINITION_WITH_ASSOCIATED_DOCUMENTS") this.#of.set(id, reference(argumentsOf(statement)[2]));
    else if (word === "NEXT_ASSEMBLY_USAGE_OCCURRENCE") this.#occurrence(argumentsOf(statement));
    else if (word === "DOCUMENT_PRODUCT_EQUIVALENCE") this.#documents.add(reference(argumentsOf(statement)[3]));
    else if (word === "DOCUMENT_FILE") this.#file(id, argumentsOf(statement));
    else if (word === "APPLIED_EXTERNAL_IDENTIFICATION_ASSIGNMENT") this.#file(reference(argumentsOf(statement)[3]?.slice(1, -1)), argumentsOf(statement));
  }

  /** The products that are placed in no other; a standard that the file lists is none. */
  get roots(): Product[] {
    const placed = new Set([...this.#related].map((id) => this.#productOf(id)));
    return this.#own().filter(([id]) => !placed.has(id)).map(([, product]) => product);
  }

  /** How many products there are. */
  get count(): number {
    return this.#own().length;
  }

  /** Whether there may be products that were not kept, or it is not known of which of them the file is. */
  get unsure(): boolean {
    return this.#products.size >= MOST || this.#of.size > 4 * MOST || [...this.#related].some((id) => !this.#productOf(id));
  }

  /** The files in which parts of this one are. */
  get references(): string[] {
    return [...new Set([...this.#files.values()].filter(Boolean))];
  }

  #own(): [string, Product][] {
    const documents = new Set([...this.#documents].map((id) => this.#productOf(id)));
    for (const [formation, version] of this.#versions) {
      const known = this.#products.get(this.#productOf(formation));
      if (known && version) known.version = version;
    }
    return [...this.#products].filter(([id]) => !documents.has(id));
  }

  #product(id: string, [name, label]: string[]): void {
    if (this.#products.size >= MOST) return;
    const also = [otherReading(name), otherReading(label)].filter((each) => each !== undefined).map((each) => tidy(each));
    this.#products.set(id, { id: tidy(stringIn(name)), name: tidy(stringIn(label)), ...(also.length > 0 && { also }) });
  }

  #formation(id: string, [version, , of]: string[]): void {
    this.#of.set(id, reference(of));
    this.#versions.set(id, tidy(stringIn(version), 40));
  }

  #occurrence([, , , , related]: string[]): void {
    this.occurrences++;
    if (this.#related.size < MOST) this.#related.add(reference(related));
  }

  #file(id: string, [identity, label]: string[]): void {
    const names = [stringIn(identity), stringIn(label)].map((each) => tidy(baseName(each)));
    if (this.#files.size < MOST_REFERENCES || this.#files.has(id)) this.#files.set(id, names.find((each) => FILE_NAME.test(each)) ?? this.#files.get(id) ?? "");
  }

  #productOf(id: string): string {
    let at = id;
    for (let step = 0; step < 3 && !this.#products.has(at); step++) at = this.#of.get(at) ?? "";
    return this.#products.has(at) ? at : "";
  }
}

function reference(argument: string | undefined): string {
  return argument?.trim().replace("#", "") ?? "";
}
