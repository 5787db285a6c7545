/** `<rfq-calculator>`: works out what a reader enters, says it in a sentence, and hands it to the clipboard or to the part in use. */

import { copyOrSelect } from "../../client/browser/clipboard.ts";
import { type FormControl, onPress, query, setDisabled, setText } from "../../client/browser/dom.ts";
import { CALCULATIONS } from "../../client/calculate/calculations.ts";
import { type Entries, Fault, type Results } from "../../client/calculate/entries.ts";
import { AddToPart } from "./add-to-part.ts";

/** How long nobody types before the result is told, in milliseconds: screen readers would say one for each key. */
const PAUSE = 400;

/** The form holds a worked case at first, and the page its result; another takes its place once the reader pauses. */
export default class RfqCalculator extends HTMLElement {
  #part: AddToPart | undefined;
  #outcome: Results | Fault | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    for (const each of this.querySelectorAll<HTMLElement>(".calculator__form, .calculator__buttons")) each.hidden = false;
    const { into } = this.dataset;
    if (into) this.#part = new AddToPart(this, JSON.parse(into), (...words) => this.#say(...words));
    this.oninput = () => {
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => this.#update(), PAUSE);
    };
    this.onchange = () => this.#update();
    onPress(this, (press) => {
      this.#update();
      this.#do(press).catch((error: Error) => this.#say(error.message));
    });
    this.#update();
  }

  /** Works out what stands in the form; what was said of another result no longer holds. */
  #update(): void {
    clearTimeout(this.#pause);
    const controls = [...this.querySelectorAll<FormControl>("[name]")];
    const outcome = workOut(this.dataset["calculates"]!, Object.fromEntries(controls.map(({ name, value }) => [name, value])));
    const isSame = JSON.stringify(outcome) === JSON.stringify(this.#outcome);
    this.#outcome = outcome;
    const fault = outcome instanceof Fault ? outcome : undefined;
    this.#mark(controls, fault);
    this.#show(fault ? {} : (outcome as Results), fault?.message ?? "");
    if (isSame) return;
    this.#part?.cancel();
    this.#say();
  }

  #show(results: Results, fault: string): void {
    const [figures, told] = [".calculator__figures", ".calculator__fault"].map((each) => query<HTMLElement>(this, each)) as [HTMLElement, HTMLElement];
    for (const slot of this.querySelectorAll<HTMLElement>("[data-result]")) setText(slot, results[slot.dataset["result"]!] ?? "");
    setText(told, fault);
    figures.hidden = fault !== "";
    told.hidden = fault === "";
    setDisabled(this, "[data-press=copy], [data-press=ask]", fault !== "");
  }

  /** The entry to mend says so, and which sentence tells how. */
  #mark(controls: FormControl[], fault: Fault | undefined): void {
    const sentence = query(this, ".calculator__fault").id;
    for (const control of controls) {
      const isWrong = control.name === fault?.entry;
      setAttribute(control, "aria-invalid", isWrong ? "true" : undefined);
      setAttribute(control, "aria-describedby", isWrong ? sentence : undefined);
    }
  }

  async #do(press: string): Promise<void> {
    if (press === "cancel") return this.#part?.cancel();
    const outcome = this.#outcome!;
    if (outcome instanceof Fault) return;
    if (press === "ask") return this.#part?.ask(outcome);
    if (press === "add") return this.#part?.add(outcome);
    const figures = query<HTMLElement>(this, ".calculator__figures");
    // Emptied first, so that the same word is said again after a second press.
    this.#say();
    const isCopied = await copyOrSelect(figures.innerText.replace(/\s+/g, " ").trim(), figures);
    this.#say(isCopied ? "Copied" : "Could not copy: clipboard access is blocked. The result is selected: press Ctrl+C, or ⌘C on a Mac.");
  }

  #say(...words: (Node | string)[]): void {
    query(this, ".calculator__said").replaceChildren(...words);
  }
}

function setAttribute(control: FormControl, name: string, value: string | undefined): void {
  if (value === undefined) control.removeAttribute(name);
  else control.setAttribute(name, value);
}

function workOut(calculation: string, entries: Entries): Results | Fault {
  try {
    return CALCULATIONS[calculation]!(entries);
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
}
