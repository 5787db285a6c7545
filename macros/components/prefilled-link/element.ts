/** `<rfq-prefilled-link>`: makes a link to the RFQ page out of what is filled in, and copies it. */

import { copyOrSelect } from "../../client/browser/clipboard.ts";
import { type FormControl, onPress, query, setText } from "../../client/browser/dom.ts";
import { wholeNumber } from "../../client/text/numbers.ts";

/** Needs nothing of the guide: the names are those of the controls. */
export default class RfqPrefilledLink extends HTMLElement {
  connectedCallback(): void {
    const form = query<HTMLFormElement>(this, "form");
    form.hidden = false;
    const link = query<HTMLAnchorElement>(form, ".prefilled-link__link");
    const said = query(form, "[role=status]");
    const page = link.href;
    const controls = [...form.querySelectorAll<FormControl>("[name]")];
    const show = (): void => {
      const fragment = fragmentOf(controls);
      link.href = page + fragment;
      setText(link, fragment && link.href);
      link.parentElement!.hidden = !fragment;
      setText(said, faultsOf(controls));
    };
    form.addEventListener("input", show);
    // The policy lets no form be sent, and there is nobody to send it to.
    form.addEventListener("submit", (event) => event.preventDefault());
    onPress(form, (press) => {
      if (press === "clear") {
        form.reset();
        show();
      } else void copy(link, page, said);
    });
    // A browser may bring back what was entered before a reload.
    show();
  }
}

/** Emptied first, so that the same words are said again after a second press. */
async function copy(link: HTMLAnchorElement, page: string, said: Element): Promise<void> {
  setText(said, "");
  if (link.href === page) return setText(said, "Fill in a detail first.");
  const isCopied = await copyOrSelect(link.href, link);
  setText(said, isCopied ? "Copied" : "Could not copy: clipboard access is blocked. The link is selected: press Ctrl+C, or ⌘C on a Mac.");
}

/** `#part-number=…&stage=…`, or nothing where nothing is filled in. */
function fragmentOf(controls: FormControl[]): string {
  const given = controls.filter((control) => control.value.trim() && !isFaulty(control));
  return given.map(({ name, value }, index) => `${index ? "&" : "#"}${name}=${encodeURIComponent(value.trim())}`).join("");
}

/** What is left out of the link, and why; a control says so itself too. */
function faultsOf(controls: FormControl[]): string {
  const faulty = controls.filter(isFaulty);
  for (const control of controls) control.setAttribute("aria-invalid", String(faulty.includes(control)));
  return faulty.map((control) => `${query(control.labels![0]!, "span").textContent}: not a whole number of 1 or more, so left out.`).join(" ");
}

/** Whether the RFQ page would not take it. */
function isFaulty({ dataset, value }: FormControl): boolean {
  return "whole" in dataset && value.trim() !== "" && wholeNumber(value) === null;
}
