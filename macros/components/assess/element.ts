/** `<rfq-assess>`: where the part is, by the levels picked, and what the request is for, with what decides which details apply. */

import { dropFragment, onFragment, stageFrom } from "../../client/browser/fragment.ts";
import { make, onPress, query, renderList, setDisabled, setText } from "../../client/browser/dom.ts";
import { RfqElement } from "../../client/page/element.ts";
import { valueOf } from "../../client/record/answers.ts";
import { valueChange } from "../../client/record/record.ts";
import { type LevelResult, isComplete, levelResult } from "../../client/summary/levels.ts";
import { ownEntry } from "../../client/text/own-entry.ts";
import { Control } from "../../client/page/field-control.ts";
import { Rows } from "../../client/page/field-rows.ts";
import { StatusMessage } from "../../client/page/status-message.ts";
import { drawProfile } from "./profile-line.ts";

/** The name of the radios on the request; those of a column have the column's id. */
const REQUEST = "request";

/** One radio group for each column, of which the weakest that decides gives the stage, and one for the request. */
export default class RfqAssess extends RfqElement {
  readonly #controls = new Map<Element, Control>();
  #status!: StatusMessage;

  protected override connect(): void {
    const { guide, store } = this.session;
    this.#status = new StatusMessage(query(this, ".assess__status"), this.session);
    for (const root of this.querySelectorAll<HTMLElement>("[data-field]")) {
      const field = guide.field(root.dataset["field"]!);
      this.#controls.set(root, new Control(root, field, (value) => store.change(valueChange(guide, field.id, value)), async () => Rows));
    }
    this.addEventListener("input", (event) => this.#take(event.target as HTMLInputElement));
    onPress(this, (press) => {
      if (press === "clear") this.#clear();
    });
  }

  protected override attach(signal: AbortSignal): void {
    onFragment((fragment) => {
      const stage = stageFrom(fragment);
      if (stage) this.#cameFrom(stage);
    }, signal);
    const matrix = query<HTMLElement>(this, ".assess__matrix");
    const resized = new ResizeObserver(() => drawProfile(matrix));
    resized.observe(matrix);
    signal.addEventListener("abort", () => resized.disconnect());
  }

  protected override show(): void {
    const { guide, store } = this.session;
    const { levels, id, stage: request } = store.record;
    this.#status.show();
    const result = levelResult(guide, levels);
    for (const radio of this.querySelectorAll<HTMLInputElement>("input[type=radio]")) {
      radio.checked = (radio.name === REQUEST ? request : ownEntry(levels, radio.name)) === radio.value;
    }
    setDisabled(this, "input[type=radio], [data-press]", store.readOnly);
    for (const control of this.#controls.values()) control.show(valueOf(guide, store.record, control.field.id), store.readOnly, id);
    setText(query(this, ".assess__stage"), inWords(result, guide.stageLabel(result.stage)));
    this.#mark(isComplete(result) ? result.stage : null, request);
    const holding = query<HTMLElement>(this, ".assess__holding");
    holding.hidden = result.limiting.length === 0;
    query(holding, "span").replaceChildren(...inOneBreath(result.limiting.map(({ column }) => column.label.toLowerCase())));
    renderList(query(this, ".assess__informs"), result.informs.map((text) => [text]));
    query<HTMLElement>(this, ".assess__buttons").hidden = result.picked === 0;
    drawProfile(query(this, ".assess__matrix"));
  }

  /** Marks the row of the part and that of the request, and says which request is the next stage. */
  #mark(part: string | null, request: string | null | undefined): void {
    const { guide } = this.session;
    for (const row of this.querySelectorAll<HTMLElement>("[data-stage]")) {
      const { stage } = row.dataset;
      row.classList.toggle("is-asked", stage === request);
      query<HTMLElement>(row, "[data-mark=part]").hidden = stage !== part;
      query<HTMLElement>(row, "[data-mark=request]").hidden = stage !== request;
    }
    const next = part === null ? undefined : guide.stages[guide.stageIndex(part) + 1]?.id;
    for (const mark of this.querySelectorAll<HTMLElement>("[data-next]")) mark.hidden = mark.dataset["next"] !== next;
  }

  #take(target: HTMLInputElement): void {
    const { store } = this.session;
    const field = target.closest("[data-field]");
    if (field) return this.#controls.get(field)?.take(target);
    if (target.name !== REQUEST) {
      store.change({ what: "level", column: target.name, stage: target.value });
      return this.#offerNextStage();
    }
    store.change({ what: "stage", stage: target.value });
    this.#status.say("");
  }

  /** With the last level, the stage after the part's is what the request is for, as long as nobody has said otherwise. */
  #offerNextStage(): void {
    const { guide, store } = this.session;
    const result = levelResult(guide, store.record.levels);
    if (store.record.stage || !isComplete(result)) return;
    const next = guide.stages[Math.min(guide.stageIndex(result.stage!) + 1, guide.stages.length - 1)]!;
    store.change({ what: "stage", stage: next.id });
    this.#status.say(`The next stage is picked for the request: ${next.label}. Pick another if you ask for something else.`);
  }

  #clear(): void {
    for (const column of this.session.guide.levels) this.session.store.change({ what: "level", column: column.id, stage: null });
    this.#status.say("");
    query<HTMLInputElement>(this, "input[type=radio]").focus();
  }

  /** A stage page sends readers here with the stage they think they are in; it fills columns that are blank. */
  #cameFrom(stage: string): void {
    const { guide, store } = this.session;
    dropFragment();
    const blank = guide.levels.filter((column) => !Object.hasOwn(store.record.levels, column.id));
    if (guide.stageIndex(stage) < 0 || store.readOnly || blank.length === 0) return;
    for (const { id } of blank) store.change({ what: "level", column: id, stage });
    this.#status.say("We preselected the levels for the stage you came from. Change any that do not describe the part today.");
  }
}

function inWords(result: LevelResult, label: string): string {
  if (!result.stage) return "The earliest level you pick, quantity apart.";
  if (result.unpicked.length === 0) return label;
  const open = result.unpicked.map((column) => column.label.toLowerCase()).join(", ");
  return `So far: ${label}. Still to pick: ${open}.`;
}

/** Names set off from the words that join them. */
function inOneBreath(names: string[]): (Node | string)[] {
  return names.flatMap((name, index) => {
    const joint = index === 0 ? "" : index === names.length - 1 ? " and " : ", ";
    return [joint, make("strong", {}, name)];
  });
}
