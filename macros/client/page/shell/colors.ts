/** The reader's colors: the system's, light, or dark; kept under the theme's own key and in its form, so that both agree. */

import { all } from "./theme.ts";

interface Kept { index: number; color: Record<"media" | "scheme" | "primary" | "accent", string> }

declare const __md_get: (key: string) => Kept | null;
declare const __md_set: (key: string, value: Kept) => void;

const KEY = "__palette";

/** Shows the colors that are kept, and those that a reader chooses. */
export function followColors(signal: AbortSignal): void {
  const choices = all<HTMLInputElement>("[data-md-component=palette] input");
  const light = matchMedia("(prefers-color-scheme: light)");
  const show = (): void => {
    if (choices.length > 0) showColors(choices, Math.min(__md_get(KEY)?.index ?? 0, choices.length - 1), light.matches);
  };
  choices.forEach((choice, index) => {
    choice.addEventListener("change", () => {
      const color = showColors(choices, index, light.matches);
      __md_set(KEY, { index, color: { ...color, media: choice.dataset["mdColorMedia"] ?? "" } });
    }, { signal });
    choice.addEventListener("keydown", ({ key }) => {
      if (key !== "Enter") return;
      const next = choices[(index + 1) % choices.length]!;
      next.click();
      next.focus();
    }, { signal });
  });
  light.addEventListener("change", show, { signal });
  // The browser's page cache gives a page back as it was left; the reader may have chosen others since.
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) show();
  });
  show();
}

/** Paints the page and offers the next choice; the one that follows the system has no colors of its own. */
function showColors(choices: HTMLInputElement[], index: number, light: boolean): Omit<Kept["color"], "media"> {
  const chosen = choices[index]!;
  const follows = chosen.dataset["mdColorMedia"] === "(prefers-color-scheme)";
  const system = `(prefers-color-scheme: ${light ? "light" : "dark"})`;
  const { dataset } = follows ? choices.find((each) => each.dataset["mdColorMedia"] === system) ?? chosen : chosen;
  const { mdColorScheme: scheme = "", mdColorPrimary: primary = "", mdColorAccent: accent = "" } = dataset;
  const { body } = document;
  // No color fades into another one while all of them change; where none does, the page need not be styled anew.
  if (body.dataset["mdColorScheme"] !== scheme) {
    body.setAttribute("data-md-color-switching", "");
    setTimeout(() => body.removeAttribute("data-md-color-switching"));
  }
  body.setAttribute("data-md-color-scheme", scheme);
  body.setAttribute("data-md-color-primary", primary);
  body.setAttribute("data-md-color-accent", accent);
  choices.forEach((choice, at) => {
    choice.checked = at === index;
    (choice.nextElementSibling as HTMLElement).hidden = at !== index;
  });
  return { scheme, primary, accent };
}
