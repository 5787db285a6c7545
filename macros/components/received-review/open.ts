/** Opens a review that the quoting desk sent back: says what it is about, and asks before it is put beside the items. */

import { partUnderReview, withReview } from "../../client/record/received-review.ts";
import { make } from "../../client/browser/dom.ts";
import { afterFrame } from "../../client/browser/frames.ts";
import type { GuideIndex } from "../../client/record/guide-index.ts";
import { nameOf, numberAndRevision } from "../../client/record/part-names.ts";
import { displayName } from "../../client/text/display-name.ts";
import type { Session } from "../../client/page/session.ts";
import type { Review, RfqRecord } from "../../client/record/types.ts";

/** Asks whether to take a review in; gives the sentence on what stands in the way, if anything does. */
export function openReview(host: HTMLElement, { guide, store }: Session, review: Review, say: (text: string) => void): string | undefined {
  const parts = store.parts().flatMap(({ id }) => store.part(id) ?? []);
  const about = partUnderReview(guide, review, parts);
  if (!about) return `This is a review of ${nameIn(review)}, and no part in this browser is that one: open its record first.`;
  say("");
  const dialog = dialogFor(guide, review, about);
  host.append(dialog);
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (dialog.returnValue !== "take") return;
    store.switchTo(about.id);
    // Meanwhile another tab may have deleted the part, or a newer guide taken it over.
    if (store.record.id !== about.id || store.readOnly) return say(`${nameOf(guide, about)} cannot be changed here any more, so the review was not taken.`);
    store.edit((record, at) => withReview(record, review, at));
    let looks = 60;
    const reveal = (): void => {
      const box = document.querySelector<HTMLElement>(".received-review__box");
      // Another bundle shows it, and its frames may come after those of this one.
      if (box?.hidden && looks-- > 0) return afterFrame(reveal);
      box?.scrollIntoView({ block: "center" });
      box?.querySelector("summary")?.focus({ preventScroll: true });
    };
    afterFrame(reveal);
    say(`The ${guide.people.supplier}'s questions are next to the items of ${nameOf(guide, about)}.`);
  });
  dialog.showModal();
  return undefined;
}

function dialogFor(guide: GuideIndex, review: Review, about: RfqRecord): HTMLDialogElement {
  const count = review.questions.length === 1 ? "One question" : `${review.questions.length} questions`;
  const revision = guide.known.textOf(about, "revision");
  const other = review.revision.trim() === revision ? "" : ` The ${guide.people.supplier} read another revision, ${nameIn(review)}.`;
  const isLater = Date.parse(about.updated) > Date.parse(review.updated) ? ` The part has changed since the ${guide.people.supplier} read it.` : "";
  const earlier = Object.hasOwn(about, "review") ? " It takes the place of the review that is there." : "";
  return make("dialog", { class: "open", "aria-labelledby": "review-title", "aria-describedby": "review-text" },
    make("form", { method: "dialog" },
      make("h3", { id: "review-title" }, "Open this review?"),
      make("p", {}, make("strong", {}, nameOf(guide, about))),
      make("p", { id: "review-text" }, `${count} from the ${guide.people.desk}, asked on ${review.at.slice(0, 10)}. Nothing that you entered changes.${other}${isLater}${earlier}`),
      make("p", { class: "open__buttons" },
        make("button", { value: "take", autofocus: "" }, "Put the questions next to the items"), " ",
        make("button", { value: "cancel" }, "Cancel"))));
}

function nameIn({ part_number, revision }: Review): string {
  return displayName(numberAndRevision(part_number, revision) || "an unnamed part", 80);
}
