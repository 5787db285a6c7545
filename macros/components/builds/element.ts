/** `<rfq-builds>`: keeps builds, and tells what changed since the last one. */

import { lastBuild, nameForBuild, withBuild, withBuildBack, withBuildNamed, withoutBuild } from "../../client/record/builds.ts";
import { type Changes, changesBetween, isUnchanged } from "../../client/summary/changes.ts";
import { showDifferences, showStatusChanges } from "../../client/page/show-changes.ts";
import { make, onPress, query, renderList, setDisabled, setText } from "../../client/browser/dom.ts";
import { RfqElement } from "../../client/page/element.ts";
import type { Build } from "../../client/record/types.ts";

/** A build is known by its moment; its name can be changed where it stands. */
export default class RfqBuilds extends RfqElement {
  #part = "";
  #removed: Build | undefined;

  protected override connect(): void {
    onPress(this, (press, button) => this.#press(press, button.dataset["moment"] ?? ""));
    this.addEventListener("change", (event) => {
      const { dataset, value } = event.target as HTMLInputElement;
      const moment = dataset["moment"];
      if (moment && value.trim()) this.session.store.edit((record, at) => withBuildNamed(record, moment, value.trim(), at));
    });
  }

  protected override show(): void {
    const { guide, store } = this.session;
    const { record } = store;
    if (this.#part !== record.id) {
      this.#part = record.id;
      this.#removed = undefined;
      this.#say("");
    }
    const last = lastBuild(record);
    const changes = last ? changesBetween(guide, last, record) : undefined;
    setText(query(this, ".builds__since"), last && changes ? sinceInWords(last, changes) : "No build is kept yet. Keep one each time parts are made.");
    showStatusChanges(query(this, ".builds__turns"), changes);
    showDifferences(query(this, ".builds__changes"), changes?.values ?? []);
    this.#showBuilds(record.builds);
    setDisabled(this, "[data-press], [data-moment]", store.readOnly);
  }

  /** A name being typed is left alone. */
  #showBuilds(builds: Build[]): void {
    if (this.querySelector(".builds__list")!.contains(document.activeElement)) return;
    renderList(query(this, ".builds__list"), builds.map((build) => [
      labeled(build),
      ` kept ${build.at.slice(0, 10)} `,
      make("button", { type: "button", "data-press": "remove", "data-moment": build.at, "aria-label": `Remove build ${build.name}` }, "Remove"),
    ]));
  }

  #press(press: string, moment: string): void {
    const { store } = this.session;
    if (store.readOnly) return;
    if (press === "keep") {
      const name = nameForBuild(this.session.guide, store.record);
      store.edit((record, at) => withBuild(record, name, at));
      this.#say(`${name} is kept.`);
    } else if (press === "remove") {
      const build = store.record.builds.find((each) => each.at === moment);
      if (!build) return;
      this.#removed = build;
      query<HTMLElement>(this, "[data-press=keep]").focus();
      store.edit((record, at) => withoutBuild(record, moment, at));
      this.#say("", `${build.name} is removed.`);
      query<HTMLElement>(this, "[data-press=undo]").focus();
    } else if (press === "undo" && this.#removed && this.#part === store.record.id) {
      const build = this.#removed;
      query<HTMLElement>(this, "[data-press=keep]").focus();
      store.edit((record, at) => withBuildBack(record, build, at));
      this.#say(`${build.name} is back.`);
    }
  }

  #say(text: string, undo = ""): void {
    setText(query(this, ".builds__status"), text);
    setText(query(this, ".builds__undo span"), undo);
    query<HTMLElement>(this, ".builds__undo").hidden = !undo;
  }
}

function labeled(build: Build): HTMLLabelElement {
  const input = make("input", { type: "text", "data-moment": build.at, "aria-label": `Name of build ${build.name}`, maxlength: "80", autocomplete: "off", value: build.name });
  return make("label", {}, input);
}

function sinceInWords(build: Build, changes: Changes): string {
  const since = `Since ${build.name}, kept ${build.at.slice(0, 10)}:`;
  if (isUnchanged(changes)) return `${since} nothing changed.`;
  const count = changes.values.length;
  return `${since} ${count} ${count === 1 ? "detail" : "details"} changed, ${changes.settled.length} settled, ${changes.regressions.length} open again.`;
}
