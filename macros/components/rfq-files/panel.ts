/** The Files region at work: what is listed, what is at hand, and what a reader does with it. */

import type { Arrival } from "../../client/arrivals.ts";
import { copied } from "../../client/clipboard.ts";
import { onPress, part, setText } from "../../client/dom.ts";
import type { Dropped } from "../../client/drops.ts";
import { fileOf } from "../../client/file-entries.ts";
import type { Preflight } from "../../client/generated.ts";
import { contentOf } from "../../client/package/held.ts";
import { named } from "../../client/package/manifest.ts";
import { holdsRecord } from "../../client/package/unpack.ts";
import type { Session } from "../../client/session.ts";
import { Adding } from "./adding.ts";
import { Checks, examinerOf } from "./checks.ts";
import type { Examiner } from "./examiner.ts";
import { Lines } from "./lines.ts";
import { Listing } from "./listing.ts";
import type { Offer } from "./offers.ts";
import { Removal } from "./removal.ts";
import { Soon } from "./soon.ts";
import { standingOf } from "./standing.ts";

/** Brings the region to life; listens only within it. */
export class Panel {
  readonly #root: HTMLElement;
  readonly #session: Session;
  readonly #listing: Listing;
  readonly #adding: Adding;
  readonly #examiner: Examiner;
  readonly #checks: Checks;
  readonly #removal: Removal;
  readonly #lines: Lines;
  readonly #soon = new Soon(() => this.show());
  #part: string;

  constructor(root: HTMLElement, session: Session, data: Preflight) {
    const { store } = session;
    this.#root = root;
    this.#session = session;
    this.#part = store.record.id;
    this.#examiner = examinerOf(session, data);
    this.#checks = new Checks(root, session, this.#examiner);
    this.#lines = new Lines(root);
    this.#listing = new Listing(store, data);
    this.#removal = new Removal(root, store);
    this.#adding = new Adding(root, store, {
      arrived: (file, sha256) => this.#arrive({ file, sha256 }),
      told: (text) => this.#say(text),
      show: () => this.show(),
    });
    onPress(root, (press, button) => void this.#press(press, button.closest<HTMLElement>("[data-file]")?.dataset["file"] ?? ""));
    root.addEventListener("input", (event) => this.#take(event.target as HTMLInputElement | HTMLSelectElement));
  }

  /** Opens a record or a package that is dropped alone; all else is listed. */
  async takeDropped(dropped: Dropped[]): Promise<void> {
    const [only] = dropped;
    if (dropped.length === 1 && only instanceof File && (/\.json$/i.test(only.name) || (/\.zip$/i.test(only.name) && await holdsRecord(only)))) {
      document.dispatchEvent(new CustomEvent("rfq-open", { detail: only }));
    } else {
      await this.add(dropped);
    }
  }

  /** Lists files. */
  add(dropped: Dropped[]): Promise<void> {
    this.#removal.hide();
    return this.#adding.add(dropped);
  }

  /** Shows after the frame, once for all that happens in it. */
  showSoon(): void {
    this.#soon.ask();
  }

  /** Makes the region say what the record says. */
  show(): void {
    this.#soon.done();
    const { store } = this.#session;
    const { record } = store;
    if (this.#part !== record.id) this.#otherPart(record.id);
    this.#lines.show(record.files, (entry) => standingOf(record, entry, this.#examiner.readingOf(entry)), store.readOnly);
    const absent = record.files.filter((entry) => !contentOf(entry));
    part<HTMLElement>(this.#root, ".files__absent").hidden = absent.length === 0;
    setText(part(this.#root, ".files__absent"), `Not here, so a package made now goes without ${absent.length === 1 ? "it" : "them"}: ${named(absent.map(({ name }) => name))}.`);
    this.#checks.show();
  }

  #arrive(offer: Offer): Arrival | undefined {
    if (this.#session.store.record.id !== this.#part) return undefined;
    this.showSoon();
    return this.#listing.take(offer);
  }

  #take(control: HTMLInputElement | HTMLSelectElement): void {
    const name = control.closest<HTMLElement>("[data-file]")?.dataset["file"];
    if (name === undefined) return;
    const said = control.classList.contains("file__role") ? { role: control.value } : { revision: control.value.trim() };
    this.#listing.enter(name, said);
  }

  async #press(press: string, name: string): Promise<void> {
    switch (press) {
      case "cancel": return this.#adding.cancel();
      case "undo": return this.#undo();
      case "remove":
        this.#say("");
        this.#removal.remove(name);
        return this.show();
      case "copy": {
        const sha256 = fileOf(this.#session.store.record, name)?.sha256 ?? "";
        return this.#say(await copied(sha256) ? `The checksum of ${named([name])} is on the clipboard.` : `The checksum of ${named([name])}: ${sha256}`);
      }
      case "take": case "keep": case "both": return this.#decide(press, name);
    }
  }

  #decide(choice: "take" | "keep" | "both", name: string): void {
    this.#say(this.#listing.decide(choice, name));
    this.show();
    this.#lines.focus(name, "select");
  }

  #undo(): void {
    const name = this.#removal.undo();
    if (name === undefined) return;
    this.show();
    this.#lines.focus(name, "[data-press=remove]");
    this.#removal.hide();
    this.#say(`${named([name])} is back.`);
  }

  /** Files go to the part for which they were added: what was not read by then is let go. */
  #otherPart(id: string): void {
    this.#part = id;
    this.#removal.hide();
    this.#say("");
    this.#adding.cancel();
  }

  #say(text: string): void {
    setText(part(this.#root, ".files__said"), text);
  }
}
