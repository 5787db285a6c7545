/** The lines of the list in the order of the record; a line that stays is moved, never made anew. */

import { part } from "../../client/dom.ts";
import type { FileEntry } from "../../client/types.ts";
import { Line } from "./line.ts";
import type { Standing } from "./standing.ts";

/** The list of files. */
export class Lines {
  readonly #list: HTMLElement;
  readonly #template: HTMLTemplateElement;
  #lines: Line[] = [];

  constructor(root: HTMLElement) {
    this.#list = part(root, ".files__list");
    this.#template = part(root, ".files__line");
  }

  /** Makes the list say what is known of these files. */
  show(files: FileEntry[], standingOf: (entry: FileEntry) => Standing, readOnly: boolean): void {
    const kept = this.#lines;
    this.#lines = files.map(({ name }, place) => kept.find((line, at) => line.name === name && at >= place) ?? this.#named(name) ?? new Line(this.#template, name));
    for (const line of kept) if (!this.#lines.includes(line)) line.root.remove();
    this.#lines.forEach((line, place) => {
      if (this.#list.children[place] !== line.root) this.#list.insertBefore(line.root, this.#list.children[place] ?? null);
      const entry = files[place]!;
      line.show(entry, standingOf(entry), readOnly);
    });
  }

  /** Puts the focus into the line of a file. */
  focus(name: string, selector: string): void {
    this.#named(name)?.root.querySelector<HTMLElement>(selector)?.focus();
  }

  #named(name: string): Line | undefined {
    return this.#lines.find((line) => line.name === name);
  }
}
