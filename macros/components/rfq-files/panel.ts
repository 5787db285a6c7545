/** The Files region at work: what is listed, what is at hand, and what a reader does with it. */

import { type Arrival, arrivalOf, arrivalsInWords } from "../../client/arrivals.ts";
import { copied } from "../../client/clipboard.ts";
import { part, setText } from "../../client/dom.ts";
import type { Dropped } from "../../client/drops.ts";
import { fileOf, freeName, sizeInWords, twinOf, withFile, withFileBack, withoutFile } from "../../client/file-entries.ts";
import { guessRole, namesIn } from "../../client/files/names.ts";
import type { Preflight } from "../../client/generated.ts";
import { contentOf, hold } from "../../client/package/held.ts";
import { named } from "../../client/package/manifest.ts";
import { holdsRecord } from "../../client/package/unpack.ts";
import type { Session } from "../../client/session.ts";
import type { FileEntry } from "../../client/types.ts";
import { Checks } from "./checks.ts";
import { filesIn } from "./folders.ts";
import { Intake } from "./intake.ts";
import { Line, type State } from "./line.ts";

/** How many files a record may list: more is a folder dropped by mistake. */
const MOST_FILES = 500;

/** Brings the region to life; listens only within it. */
export class Panel {
  readonly #root: HTMLElement;
  readonly #session: Session;
  readonly #data: Preflight;
  readonly #intake: Intake;
  readonly #checks: Checks;
  #lines: Line[] = [];
  #part: string;
  #arrivals: Arrival[] = [];
  /** Files that bear a listed name and are other files: they wait for the reader's decision. */
  readonly #offers = new Map<string, { file: File; sha256: string }>();
  #removed: { file: FileEntry; place: number } | undefined;

  constructor(root: HTMLElement, session: Session) {
    this.#root = root;
    this.#session = session;
    this.#part = session.store.record.id;
    this.#data = JSON.parse(part<HTMLTemplateElement>(root, ".files__preflight").content.textContent ?? "") as Preflight;
    this.#checks = new Checks(root, session, this.#data);
    this.#intake = new Intake({
      arrived: (file, sha256) => this.#arrive(file, sha256),
      progress: (file, bytes, place, count) =>
        setText(part(root, ".files__progress span"), `Reading ${named([file.name])}: ${sizeInWords(bytes)} of ${sizeInWords(file.size)}, file ${place} of ${count}.`),
    });
    root.addEventListener("click", (event) => {
      const button = (event.target as HTMLElement).closest<HTMLElement>("[data-press]");
      if (button) void this.#press(button.dataset["press"]!, button.closest<HTMLElement>("[data-file]")?.dataset["file"] ?? "");
    });
    root.addEventListener("input", (event) => this.#take(event.target as HTMLInputElement | HTMLSelectElement));
  }

  /** Opens a record or a package that is dropped alone; all else is listed. */
  async takeDropped(dropped: Dropped[]): Promise<void> {
    const [only] = dropped;
    if (dropped.length === 1 && only instanceof File && (/\.json$/i.test(only.name) || (/\.zip$/i.test(only.name) && await holdsRecord(only)))) {
      document.dispatchEvent(new CustomEvent("rfq-open", { detail: only }));
    } else {
      await this.add(await filesIn(dropped, MOST_FILES));
    }
  }

  /** Lists files, after each is hashed. */
  async add(files: File[]): Promise<void> {
    const { store } = this.#session;
    if (store.readOnly) return this.#say("This part is read-only here, so no file is listed.");
    const chosen = await filesIn(files, MOST_FILES);
    if (chosen.length === 0) return this.#say("There is no file in it.");
    if (chosen.length + store.record.files.length > MOST_FILES) return this.#say(`A record lists at most ${MOST_FILES} files, so none of these is listed.`);
    this.#hideUndo();
    if (!this.#intake.busy) this.#say(`Reading ${chosen.length === 1 ? named([chosen[0]!.name]) : `${chosen.length} files`}.`);
    this.#progress.hidden = false;
    const lost = await this.#intake.take(chosen);
    if (!lost) return;
    this.#endProgress();
    const told = [arrivalsInWords(this.#arrivals, named), this.#twins(), lost.length > 0 ? `Cannot be read, gone or in use by another program: ${named(lost)}.` : ""];
    this.#arrivals = [];
    if (told.some(Boolean)) this.#say(told.filter(Boolean).join(" "));
    this.show();
  }

  /** Makes the region say what the record says. */
  show(): void {
    const { store } = this.#session;
    const { record } = store;
    if (this.#part !== record.id) this.#otherPart(record.id);
    const kept = this.#lines;
    this.#lines = record.files.map(({ name }, place) => kept.find((line, at) => line.name === name && at >= place) ?? kept.find((line) => line.name === name) ?? new Line(part(this.#root, ".files__line"), name));
    const list = part<HTMLElement>(this.#root, ".files__list");
    for (const line of kept) if (!this.#lines.includes(line)) line.root.remove();
    this.#lines.forEach((line, place) => {
      if (list.children[place] !== line.root) list.insertBefore(line.root, list.children[place] ?? null);
      const entry = record.files[place]!;
      line.show(entry, ...this.#stateOf(entry), store.readOnly);
    });
    const absent = record.files.filter((entry) => !contentOf(entry));
    part<HTMLElement>(this.#root, ".files__absent").hidden = absent.length === 0;
    setText(part(this.#root, ".files__absent"), `Not here, so a package made now goes without ${absent.length === 1 ? "it" : "them"}: ${named(absent.map(({ name }) => name))}.`);
    this.#checks.show();
  }

  #stateOf(entry: FileEntry): [State, string] {
    const twin = twinOf(this.#session.store.record, entry);
    const also = twin ? ` The same content as ${named([twin.name])}: a duplicate.` : "";
    if (this.#offers.has(entry.name)) return ["differs", `Not the same: the digest of the file you added differs. What is listed stays until you decide.${also}`];
    if (contentOf(entry)) return ["here", also.trim()];
    return ["absent", `Not here: drop it again to put it in the package.${also}`];
  }

  /** A file is hashed: it is listed, or recognized, or waits for a decision. */
  #arrive(file: File, sha256: string): void {
    const { store } = this.#session;
    if (store.record.id !== this.#part) return;
    const known = fileOf(store.record, file.name);
    const arrival = arrivalOf(store.record, file.name, sha256, !!contentOf({ name: file.name, sha256 }));
    this.#arrivals.push(arrival);
    if (arrival.how === "differs") this.#offers.set(file.name, { file, sha256 });
    else {
      hold(sha256, file);
      this.#offers.delete(file.name);
    }
    if (arrival.how === "new") this.#list(file.name, file, sha256, !known);
    this.show();
  }

  #list(name: string, file: File, sha256: string, isNew: boolean): void {
    hold(sha256, file);
    const guessed = isNew ? { role: guessRole(name, this.#data), revision: namesIn(name, this.#data).revision ?? "" } : {};
    this.#session.store.edit((record, at) => withFile(record, { ...guessed, name, size: file.size, sha256 }, at));
  }

  #take(control: HTMLInputElement | HTMLSelectElement): void {
    const name = control.closest<HTMLElement>("[data-file]")?.dataset["file"];
    if (name === undefined) return;
    const said = control.classList.contains("file__role") ? { role: control.value } : { revision: control.value.trim() };
    this.#session.store.edit((record, at) => (fileOf(record, name) ? withFile(record, { name, ...said }, at) : record));
  }

  async #press(press: string, name: string): Promise<void> {
    const { store } = this.#session;
    switch (press) {
      case "cancel": return this.#cancel();
      case "undo": return this.#undo();
      case "remove": return this.#remove(name);
      case "copy": {
        const sha256 = fileOf(store.record, name)?.sha256 ?? "";
        return this.#say(await copied(sha256) ? `The SHA-256 of ${named([name])} is on the clipboard.` : `The SHA-256 of ${named([name])}: ${sha256}`);
      }
      case "take": case "keep": case "both": return this.#decide(press, name);
    }
  }

  #decide(press: string, name: string): void {
    const { store } = this.#session;
    const offer = this.#offers.get(name);
    this.#offers.delete(name);
    if (offer && press !== "keep") this.#list(press === "both" ? freeName(store.record, name) : name, offer.file, offer.sha256, press === "both");
    this.#say(press === "keep" ? `What is listed of ${named([name])} stays.` : press === "take" ? `${named([name])} is now the new file: check its revision.` : `Both are listed.`);
    this.show();
    this.#lines.find((line) => line.name === name)?.root.querySelector("select")?.focus();
  }

  #remove(name: string): void {
    const { store } = this.#session;
    const place = store.record.files.findIndex((each) => each.name === name);
    if (place < 0) return;
    this.#removed = { file: store.record.files[place]!, place };
    this.#offers.delete(name);
    store.edit((record, at) => withoutFile(record, name, at));
    this.#say("");
    setText(part(this.#root, ".files__undo span"), `${named([name])} is removed from the list.`);
    part<HTMLElement>(this.#root, ".files__undo").hidden = false;
    part<HTMLElement>(this.#root, "[data-press=undo]").focus();
    this.show();
  }

  #undo(): void {
    const removed = this.#removed;
    if (!removed) return;
    this.#session.store.edit((record, at) => withFileBack(record, removed.file, removed.place, at));
    this.show();
    this.#lines.find((line) => line.name === removed.file.name)?.root.querySelector<HTMLElement>("[data-press=remove]")?.focus();
    this.#hideUndo();
    this.#say(`${named([removed.file.name])} is back.`);
  }

  #hideUndo(): void {
    this.#removed = undefined;
    part<HTMLElement>(this.#root, ".files__undo").hidden = true;
  }

  #cancel(): void {
    const left = this.#intake.cancel();
    this.#arrivals = [];
    this.#endProgress();
    if (left.length > 0) this.#say(`Canceled; not listed: ${named(left)}.`);
  }

  /** Files go to the part for which they were added: what was not read by then is let go. */
  #otherPart(id: string): void {
    this.#part = id;
    this.#offers.clear();
    this.#hideUndo();
    this.#say("");
    if (this.#intake.busy) this.#cancel();
  }

  #endProgress(): void {
    if (this.#progress.contains(document.activeElement)) part<HTMLElement>(this.#root, "[data-press=files]").focus();
    this.#progress.hidden = true;
  }

  #twins(): string {
    const { record } = this.#session.store;
    const twins = this.#arrivals.filter(({ how }) => how === "new").flatMap(({ name }) => {
      const entry = fileOf(record, name);
      const twin = entry && twinOf(record, entry);
      return twin ? [`${named([name])} is a duplicate of ${named([twin.name])}.`] : [];
    });
    return twins.join(" ");
  }

  get #progress(): HTMLElement {
    return part(this.#root, ".files__progress");
  }

  #say(text: string): void {
    setText(part(this.#root, ".files__said"), text);
  }
}
