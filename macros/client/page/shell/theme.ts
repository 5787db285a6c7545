/** What the shell finds on the theme's page, by the theme's own names. */

/** Every element that a selector finds. */
export function all<T extends HTMLElement = HTMLElement>(selector: string, root: ParentNode = document): T[] {
  return [...root.querySelectorAll<T>(selector)];
}

/** The one element that the theme calls by a name. */
export function component<T extends HTMLElement = HTMLElement>(name: string): T | null {
  return document.querySelector<T>(`[data-md-component=${name}]`);
}

/** The box that opens the drawer or the search: the theme's stylesheet does the rest. */
export function toggle(name: "drawer" | "search"): HTMLInputElement {
  return document.querySelector<HTMLInputElement>(`[data-md-toggle=${name}]`)!;
}

/** The id that a fragment such as `#part%20one` names; one that cannot be decoded is taken as it stands. */
export function anchorOf(fragment: string): string {
  try {
    return decodeURIComponent(fragment.slice(1));
  } catch {
    return fragment.slice(1);
  }
}
