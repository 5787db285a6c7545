/** `<rfq-assess>`: the transition matrix as a form, and the stage that its levels give. */

import { dropFragment, onCarried, stageFrom } from "../../client/carried.ts";
import { list, make, onPress, part, setDisabled, setText } from "../../client/dom.ts";
import { RfqElement } from "../../client/element.ts";
import { own } from "../../client/entries.ts";
import { type LevelReading, readLevels } from "../../client/levels.ts";
import { pageAddress } from "../../client/page.ts";

/** One radio group for each column; the weakest column decides. */
export class RfqAssess extends RfqElement {
  // The part that the last sentence is about.
  #part = "";

  protected override connect(): void {
    this.#part = this.session.store.record.id;
    part<HTMLElement>(this, ".assess__path").hidden = false;
    this.addEventListener("input", (event) => {
      const { name, value } = event.target as HTMLInputElement;
      this.session.store.change({ what: "level", column: name, stage: value });
    });
    onPress(this, (press) => (press === "take" ? this.#take() : this.#clear()));
  }

  protected override attach(signal: AbortSignal): void {
    onCarried((fragment) => {
      const stage = stageFrom(fragment);
      if (stage) this.#cameFrom(stage);
    }, signal);
  }

  protected override show(): void {
    const { guide, store } = this.session;
    const { levels, id } = store.record;
    if (this.#part !== id) setText(part(this, ".assess__said"), "");
    this.#part = id;
    for (const radio of this.querySelectorAll<HTMLInputElement>("input[type=radio]")) {
      radio.checked = own(levels, radio.name) === radio.value;
    }
    setDisabled(this, "input[type=radio], [data-press]", store.readOnly);
    const reading = readLevels(guide, levels);
    setText(part(this, ".assess__stage"), inWords(reading, guide.stageLabel(reading.stage)));
    for (const place of this.querySelectorAll<HTMLElement>("[data-stage]")) {
      const stage = place.dataset["stage"];
      place.classList.toggle("is-here", stage === reading.stage);
      const here = guide.guide.levels.filter((column) => levels[column.id] === stage);
      list(part(place, "ul"), here.map((column) => [column.label]));
    }
    const holding = part<HTMLElement>(this, ".assess__holding");
    holding.hidden = reading.holding.length === 0;
    list(part(holding, "ul"), reading.holding.map(({ column, step }) => [make("strong", {}, column.label), `: the step is “${step}”.`]));
    part<HTMLElement>(this, ".assess__buttons").hidden = reading.picked === 0;
  }

  #take(): void {
    const { guide, store } = this.session;
    const { stage } = readLevels(guide, store.record.levels);
    store.change({ what: "stage", stage });
    const onward = make("a", { href: pageAddress("/rfq/") }, guide.checklist("rfq").title);
    part(this, ".assess__said").replaceChildren(`The RFQ now says ${guide.stageLabel(stage)}. Go on with the `, onward, ".");
  }

  #clear(): void {
    for (const column of this.session.guide.guide.levels) this.session.store.change({ what: "level", column: column.id, stage: null });
    setText(part(this, ".assess__said"), "");
    part<HTMLInputElement>(this, "input[type=radio]").focus();
  }

  /** A stage page sends readers here with the stage they think they are in; it fills columns that are blank. */
  #cameFrom(stage: string): void {
    const { guide, store } = this.session;
    dropFragment();
    const blank = guide.guide.levels.filter((column) => !Object.hasOwn(store.record.levels, column.id));
    if (guide.stagePlace(stage) < 0 || store.readOnly || blank.length === 0) return;
    for (const { id } of blank) store.change({ what: "level", column: id, stage });
    setText(part(this, ".assess__said"), "The levels of the stage you came from are picked where none was. Change each that does not describe the part today.");
  }
}

function inWords(reading: LevelReading, label: string): string {
  if (!reading.stage) return "The earliest level you pick is your stage.";
  if (reading.open.length === 0) return label;
  const open = reading.open.map((column) => column.label.toLowerCase()).join(", ");
  return `So far: ${label}. Still to pick: ${open}.`;
}
