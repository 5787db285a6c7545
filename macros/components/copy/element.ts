/** `<rfq-copy>`: copies the link in it, the paragraph in it with that link, or a text that has none. */

/** Shows its buttons, and says next to the one pressed what came of it. */
export default class RfqCopy extends HTMLElement {
  connectedCallback(): void {
    this.querySelector<HTMLElement>(".copy")!.hidden = false;
    this.onclick = (event) => {
      const what = (event.target as HTMLElement).dataset["copy"];
      if (what) void this.#copy(what);
    };
  }

  async #copy(what: string): Promise<void> {
    const said = this.querySelector("[role=status]")!;
    // Emptied first, so that the same word is said again after a second press.
    said.textContent = "";
    const link = this.querySelector<HTMLAnchorElement>(".copy__link");
    const source = what === "link" ? link! : this.querySelector<HTMLElement>(".copy__text")!;
    try {
      // A text without a link is copied as it is seen, in lines.
      await (!link ? navigator.clipboard.writeText(source.innerText) : source === link ? navigator.clipboard.writeText(link.href) : copyParagraph(source, link.href));
      said.textContent = "Copied";
    } catch {
      // Pages without TLS have no clipboard, and a reader may forbid it.
      getSelection()!.selectAllChildren(source);
      said.textContent = "Could not copy: clipboard access is blocked. The text is selected: press Ctrl+C, or ⌘C on a Mac.";
    }
  }
}

/** As rich text for a mail, in which links have to be whole, and as plain text for everything else. */
function copyParagraph(source: HTMLElement, link: string): Promise<void> {
  const plain = `${source.textContent}\n${link}`;
  if (!globalThis.ClipboardItem) return navigator.clipboard.writeText(plain);
  const rich = document.createElement("p");
  rich.append(...source.cloneNode(true).childNodes);
  for (const each of rich.querySelectorAll("a")) each.setAttribute("href", each.href);
  const end = document.createElement("a");
  end.href = end.textContent = link;
  const html = `${rich.outerHTML}<p>${end.outerHTML}</p>`;
  return navigator.clipboard.write([new ClipboardItem({
    "text/plain": new Blob([plain], { type: "text/plain" }),
    "text/html": new Blob([html], { type: "text/html" }),
  })]);
}
