/** The few things that every element does to the page. */

/** What a reader enters something in. */
export type FormControl = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

type Child = Node | string;

/** A new element with attributes and children; text stays text, whatever it holds. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K, attributes: Record<string, string> = {}, ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** An element that the template promises; a missing one is a fault of the template. */
export function query<T extends Element>(root: ParentNode, selector: string): T {
  const found = root.querySelector<T>(selector);
  if (!found) throw new Error(`The template has no ${selector}.`);
  return found;
}

/** Calls back with what a pressed button says that it does, and with the button. */
export function onPress(root: EventTarget, pressed: (press: string, button: HTMLElement) => void): void {
  root.addEventListener("click", (event) => {
    const button = (event.target as HTMLElement).closest<HTMLElement>("[data-press]");
    if (button) pressed(button.dataset["press"]!, button);
  });
}

/** Lets controls work or not. */
export function setDisabled(root: ParentNode, selector: string, disabled: boolean): void {
  for (const control of root.querySelectorAll<HTMLButtonElement | HTMLInputElement>(selector)) control.disabled = disabled;
}

/** Changes a text only when it differs, so that a screen reader says it only when it changed. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** Chooses an option, which is added where there is none of that value: what was chosen elsewhere shows as well. */
export function choose(select: HTMLSelectElement, value: string, label = value): void {
  if (select.value === value) return;
  if (![...select.options].some((option) => option.value === value)) select.add(new Option(label, value));
  select.value = value;
}

/** From this many lines on, a list is laid out when it comes near. */
const LONG = 100;

/** Shows lines as the items of a list, and leaves the list alone where it says the same already. */
export function renderList(root: HTMLElement, lines: (Node | string)[][]): void {
  const items = lines.map((line) => make("li", {}, ...line));
  const same = items.length === root.children.length && items.every((item, index) => item.isEqualNode(root.children[index]!));
  if (!same) root.replaceChildren(...items);
  root.toggleAttribute("data-long", items.length >= LONG);
}
