/** One line of the list of files; what a reader has the focus in is left alone. */

import { part, setText } from "../../client/dom.ts";
import { plainName, sizeInWords } from "../../client/file-entries.ts";
import type { FileEntry } from "../../client/types.ts";
import type { Standing } from "./standing.ts";

/** The line of one file. */
export class Line {
  readonly root: HTMLLIElement;
  readonly name: string;

  constructor(template: HTMLTemplateElement, name: string) {
    this.root = (template.content.cloneNode(true) as DocumentFragment).querySelector("li")!;
    this.name = name;
    this.root.dataset["file"] = name;
    const plain = plainName(name);
    setText(part(this.root, ".file__name"), plain);
    // A list of files has as many roles and buttons as files: each is named by its own.
    const named: [string, string][] = [[".file__role", "Role of"], [".file__revision", "Revision of"], ["[data-press=remove]", "Remove"], ["[data-press=copy]", "Copy the SHA-256 of"]];
    for (const [selector, words] of named) part(this.root, selector).setAttribute("aria-label", `${words} ${plain}`);
    for (const button of this.root.querySelectorAll(".file__offer button")) button.setAttribute("aria-label", `${button.textContent}: ${plain}`);
  }

  /** Makes the line say what is known of the file. */
  show(entry: FileEntry, { state, words, facts }: Standing, readOnly: boolean): void {
    this.root.dataset["state"] = state;
    setText(part(this.root, ".file__size"), typeof entry.size === "number" ? sizeInWords(entry.size) : "size unknown");
    const code = part<HTMLElement>(this.root, ".file__digest code");
    setText(code, entry.sha256 ? `${entry.sha256.slice(0, 8)}…${entry.sha256.slice(-8)}` : "unknown");
    code.title = entry.sha256 ?? "";
    part<HTMLElement>(this.root, "[data-press=copy]").hidden = !entry.sha256;
    setText(part(this.root, ".file__facts"), facts);
    setText(part(this.root, ".file__state"), words);
    part<HTMLElement>(this.root, ".file__offer").hidden = state !== "differs";
    this.#showRole(part(this.root, ".file__role"), entry.role || "other");
    const revision = part<HTMLInputElement>(this.root, ".file__revision");
    if (document.activeElement !== revision) revision.value = entry.revision ?? "";
    for (const control of this.root.querySelectorAll<HTMLButtonElement>("select, input, button:not([data-press=copy])")) control.disabled = readOnly;
  }

  /** A role that this guide does not know keeps its own name. */
  #showRole(select: HTMLSelectElement, role: string): void {
    if (![...select.options].some((option) => option.value === role)) select.add(new Option(role.replaceAll("-", " "), role));
    if (select.value !== role) select.value = role;
  }
}
