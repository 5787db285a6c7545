/** What a drawing looks like: the words and the picture of its title block, or a sketch of its contours. */

import { make, query, setText } from "../../client/browser/dom.ts";
import type { FileFacts, Sketch } from "../../client/preflight/file-facts.ts";

const SVG = "http://www.w3.org/2000/svg";

/** The fold of one row; its picture is made when it is first opened. */
export class FileLook {
  readonly #root: HTMLDetailsElement;
  readonly #name: string;
  #shown: FileFacts | undefined;
  #address: string | undefined;

  constructor(root: HTMLDetailsElement, name: string) {
    this.#root = root;
    this.#name = name;
    root.addEventListener("toggle", () => this.#draw());
  }

  /** Shows what there is to see of a file. */
  show(facts: FileFacts | undefined): void {
    if (facts === this.#shown) return;
    this.#shown = facts;
    const { titleBlock = "", corner, sketch } = facts ?? {};
    this.#root.hidden = !titleBlock && !corner && !sketch;
    setText(query(this.#root, "summary"), sketch ? "Sketch" : "Title block");
    setText(query(this.#root, "p"), titleBlock);
    query(this.#root, "div").replaceChildren();
    if (this.#address) URL.revokeObjectURL(this.#address);
    this.#address = undefined;
    this.#draw();
  }

  #draw(): void {
    const { corner, sketch } = this.#shown ?? {};
    const place = query(this.#root, "div");
    if (!this.#root.open || place.childElementCount > 0) return;
    if (sketch) place.append(drawn(sketch, `Sketch of ${this.#name}`));
    if (!corner) return;
    this.#address = URL.createObjectURL(corner);
    place.append(make("img", { src: this.#address, alt: `Lower right corner of the first sheet of ${this.#name}` }));
  }
}

function drawn({ box, paths }: Sketch, label: string): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  for (const [name, value] of [["viewBox", box.join(" ")], ["role", "img"], ["aria-label", label]] as const) svg.setAttribute(name, value);
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", paths.join(""));
  svg.append(path);
  return svg;
}
