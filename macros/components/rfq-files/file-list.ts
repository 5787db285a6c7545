/** The list of files in the order of the record; a row that stays is moved, never made anew. */

import { choose, query, setText } from "../../client/browser/dom.ts";
import { formatSize } from "../../client/record/file-entries.ts";
import type { FileEntry } from "../../client/record/types.ts";
import { plainName } from "../../client/text/display-name.ts";
import type { FileStatus } from "./conflicts.ts";
import { FileLook } from "./file-look.ts";

/** The rows of the list. */
export class FileRows {
  readonly #list: HTMLElement;
  readonly #template: HTMLTemplateElement;
  #rows: FileRow[] = [];

  constructor(root: HTMLElement) {
    this.#list = query(root, ".rfq-files__list");
    this.#template = query(root, ".rfq-files__line");
  }

  /** Makes the list say what is known of these files. */
  show(files: FileEntry[], statusOf: (entry: FileEntry) => FileStatus, readOnly: boolean): void {
    const kept = this.#rows;
    this.#rows = files.map(({ name }, index) => kept.find((row, at) => row.name === name && at >= index) ?? this.#named(name) ?? new FileRow(this.#template, name));
    for (const row of kept) if (!this.#rows.includes(row)) row.remove();
    this.#rows.forEach((row, index) => {
      if (this.#list.children[index] !== row.root) this.#list.insertBefore(row.root, this.#list.children[index] ?? null);
      const entry = files[index]!;
      row.show(entry, statusOf(entry), readOnly);
    });
  }

  /** Puts the focus into the row of a file. */
  focus(name: string, selector: string): void {
    this.#named(name)?.root.querySelector<HTMLElement>(selector)?.focus();
  }

  #named(name: string): FileRow | undefined {
    return this.#rows.find((row) => row.name === name);
  }
}

/** The row of one file; what a reader has the focus in is left alone. */
class FileRow {
  readonly root: HTMLLIElement;
  readonly name: string;
  readonly #look: FileLook;
  #shown: unknown[] = [];

  constructor(template: HTMLTemplateElement, name: string) {
    this.root = (template.content.cloneNode(true) as DocumentFragment).querySelector("li")!;
    this.name = name;
    this.root.dataset["file"] = name;
    const plain = plainName(name);
    setText(query(this.root, ".file__name"), plain);
    this.#look = new FileLook(query(this.root, ".file__look"), plain);
    // A list of files has as many roles and buttons as files: each is named by its own.
    const named: [string, string][] = [[".file__role", "Role of"], [".file__revision", "Revision of"], ["[data-press=remove]", "Remove"], ["[data-press=copy]", "Copy the SHA-256 of"]];
    for (const [selector, words] of named) query(this.root, selector).setAttribute("aria-label", `${words} ${plain}`);
    for (const button of this.root.querySelectorAll(".file__offer button")) button.setAttribute("aria-label", `${button.textContent}: ${plain}`);
  }

  /** Makes the row say what is known of the file. */
  show(entry: FileEntry, { state, words, facts, look }: FileStatus, readOnly: boolean): void {
    // With hundreds of files, each that is read would have all the others shown again.
    const now = [entry, state, words, facts, look, readOnly];
    if (now.every((each, at) => each === this.#shown[at])) return;
    const revision = query<HTMLInputElement>(this.root, ".file__revision");
    // What stays as it is typed is shown once it is left.
    this.#shown = document.activeElement === revision ? [] : now;
    this.root.dataset["state"] = state;
    setText(query(this.root, ".file__size"), typeof entry.size === "number" ? formatSize(entry.size) : "size unknown");
    const code = query<HTMLElement>(this.root, ".file__digest code");
    setText(code, entry.sha256 ? `${entry.sha256.slice(0, 8)}…${entry.sha256.slice(-8)}` : "unknown");
    code.title = entry.sha256 ?? "";
    query<HTMLElement>(this.root, "[data-press=copy]").hidden = !entry.sha256;
    setText(query(this.root, ".file__facts"), facts);
    this.#look.show(look);
    setText(query(this.root, ".file__state"), words);
    query<HTMLElement>(this.root, ".file__offer").hidden = state !== "differs";
    // A role that this guide does not know keeps its own name.
    const role = entry.role || "other";
    choose(query(this.root, ".file__role"), role, role.replaceAll("-", " "));
    if (document.activeElement !== revision) revision.value = entry.revision ?? "";
    for (const control of this.root.querySelectorAll<HTMLButtonElement>("select, input, button:not([data-press=copy])")) control.disabled = readOnly;
  }

  /** Takes it off the page, with what its picture holds. */
  remove(): void {
    this.#look.show(undefined);
    this.root.remove();
  }
}
