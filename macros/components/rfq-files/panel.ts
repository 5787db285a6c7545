/** The Files region at work: what is listed, which contents are here, and what a reader does with it. */

import { copyText } from "../../client/browser/clipboard.ts";
import { onPress, query, setText } from "../../client/browser/dom.ts";
import { oncePerFrame } from "../../client/browser/frames.ts";
import type { Dropped } from "../../client/browser/drag-and-drop.ts";
import { fileOf } from "../../client/record/file-entries.ts";
import type { Preflight } from "../../client/record/generated.ts";
import type { HashedFile } from "../../client/package/file-contents.ts";
import { listNames } from "../../client/text/list-names.ts";
import { usualEndingOf } from "../../client/preflight/readers/read-file.ts";
import { opensAsRecord } from "../../client/package/unpack.ts";
import type { Session } from "../../client/page/session.ts";
import { markupOf } from "../../client/page/site.ts";
import { FileAdder } from "./add-files.ts";
import { Conflicts, fileStatus } from "./conflicts.ts";
import { ListEditor } from "./edit-list.ts";
import { FileRows } from "./file-list.ts";
import type { Inspector } from "./inspector.ts";
import type { FileMatch } from "./match-files.ts";
import { Removal } from "./removal.ts";
import { StorageNote } from "./storage-note.ts";
import { CheckList, inspectorFor } from "./show-checks.ts";
import { OfferList } from "./show-offers.ts";

/** How much longer the region rests than it took to show. */
const REST = 4;

/** Brings the region to life; listens only within it, and for the connection. */
export class FilesPanel {
  readonly #root: HTMLElement;
  readonly #session: Session;
  readonly #editor: ListEditor;
  readonly #adder: FileAdder;
  readonly #inspector: Inspector;
  readonly #checks: CheckList;
  readonly #offers: OfferList;
  readonly #removal: Removal;
  readonly #storage: StorageNote;
  readonly #rows: FileRows;
  readonly #nextShow = oncePerFrame(() => this.show());
  /** The moment from which it may be shown again without holding the page up: what takes long, as hundreds of files do, is shown seldom. */
  #rested = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #part: string;

  constructor(root: HTMLElement, session: Session, data: Preflight) {
    this.#root = root;
    this.#session = session;
    this.#part = session.store.record.id;
    query(root, ".rfq-files__live").insertAdjacentHTML("beforeend", markupOf("rfq-files"));
    this.#inspector = inspectorFor(session, data);
    this.#checks = new CheckList(root, session, this.#inspector);
    this.#offers = new OfferList(root, session, this.#inspector);
    this.#rows = new FileRows(root);
    this.#editor = new ListEditor(session, data);
    this.#removal = new Removal(root, session);
    this.#storage = new StorageNote(root, session);
    session.contents.onChange = () => this.showSoon();
    this.#adder = new FileAdder(root, session.store, {
      hashed: (added) => this.#list(added),
      usualEnding: (file) => usualEndingOf(file, data),
      say: (text) => this.#say(text),
      show: () => this.show(),
    });
    onPress(root, (press, button) => {
      if (press === "use" || press === "no") this.#say(this.#offers.take(press, button.closest("li")));
      else void this.#press(press, button.closest<HTMLElement>("[data-file]")?.dataset["file"] ?? "");
    });
    root.addEventListener("input", (event) => this.#enter(event.target as HTMLInputElement | HTMLSelectElement));
    // The reader of PDFs may come now.
    addEventListener("online", () => {
      this.#inspector.retry();
      this.showSoon();
    });
  }

  /** Opens a record or a package that is dropped alone; all else is listed. */
  async takeDropped(dropped: Dropped[]): Promise<void> {
    const [only] = dropped;
    if (dropped.length === 1 && only instanceof File && await opensAsRecord(only)) {
      document.dispatchEvent(new CustomEvent("rfq-open", { detail: only }));
    } else {
      await this.add(dropped);
    }
  }

  /** Lists files. */
  add(dropped: Dropped[]): Promise<void> {
    this.#removal.hide();
    this.#inspector.retry();
    return this.#adder.add(dropped);
  }

  /** Shows after the frame, once for all that happens in it, or a little later. */
  showSoon(): void {
    const left = this.#rested - performance.now();
    // What is shown of one part must not be pressed for another.
    if (left <= 0 || this.#session.store.record.id !== this.#part) this.#nextShow.ask();
    else this.#timer ??= setTimeout(() => this.#nextShow.ask(), left);
  }

  /** Makes the region say what the record says. */
  show(): void {
    this.#nextShow.cancel();
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const begun = performance.now();
    this.#show();
    this.#rested = performance.now() + REST * (performance.now() - begun);
  }

  #show(): void {
    const { contents, store } = this.#session;
    const { record } = store;
    if (this.#part !== record.id) this.#otherPart(record.id);
    const conflicts = Conflicts.ofPartInUse(this.#session);
    this.#rows.show(record.files, (entry) => fileStatus(record, entry, conflicts, contents, this.#inspector), store.readOnly);
    const absent = contents.missing(record);
    query<HTMLElement>(this.#root, ".rfq-files__absent").hidden = absent.length === 0;
    setText(query(this.#root, ".rfq-files__absent"), `Will not be in the package: ${listNames(absent.map(({ name }) => name))}.`);
    this.#storage.show();
    this.#checks.show();
    this.#offers.show();
  }

  #list(added: HashedFile[]): FileMatch[] {
    if (this.#session.store.record.id !== this.#part) return [];
    this.showSoon();
    return this.#editor.add(added);
  }

  #enter(control: HTMLInputElement | HTMLSelectElement): void {
    const name = control.closest<HTMLElement>("[data-file]")?.dataset["file"];
    if (name === undefined) return;
    const entered = control.classList.contains("file__role") ? { role: control.value } : { revision: control.value.trim() };
    this.#editor.enter(name, entered);
  }

  async #press(press: string, name: string): Promise<void> {
    switch (press) {
      case "cancel": return this.#adder.cancel();
      case "clear":
        await this.#storage.clear();
        return this.#say("The stored files are cleared. The list stays.");
      case "undo": return this.#undo();
      case "remove":
        this.#say("");
        this.#removal.remove(name);
        return this.show();
      case "copy": {
        const sha256 = fileOf(this.#session.store.record, name)?.sha256 ?? "";
        return this.#say(await copyText(sha256) ? `The checksum of ${listNames([name])} is on the clipboard.` : `The checksum of ${listNames([name])}: ${sha256}`);
      }
      case "take": case "keep": case "both": return this.#decide(press, name);
    }
  }

  #decide(choice: "take" | "keep" | "both", name: string): void {
    this.#say(this.#editor.decide(choice, name));
    this.show();
    this.#rows.focus(name, "select");
  }

  #undo(): void {
    const name = this.#removal.undo();
    if (name === undefined) return;
    this.show();
    this.#rows.focus(name, "[data-press=remove]");
    this.#removal.hide();
    this.#say(`${listNames([name])} is back.`);
  }

  /** Files go to the part for which they were added: what was not hashed by then is given up. */
  #otherPart(id: string): void {
    this.#removal.hide();
    this.#say("");
    this.#adder.cancel();
    this.#part = id;
  }

  #say(text: string): void {
    setText(query(this.#root, ".rfq-files__status"), text);
  }
}
