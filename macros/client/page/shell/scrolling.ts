/** What follows the scrolling: the header's title and shadow, the tabs, the sidebars, and the table of contents. */

import { all, component } from "./theme.ts";
import { bringIntoView, showPlace } from "./contents.ts";

/** The widths from which on the theme has a sidebar beside the page. */
const BESIDE = { navigation: "(min-width: 76.25em)", toc: "(min-width: 60em)" };

/** Follows the page until the signal ends; all of it is read, and then written, once in a frame. */
export function followScrolling(signal: AbortSignal): void {
  const [header, main, title, tabs] = [component("header"), component("main"), component("header-title"), component("tabs")];
  const grid = main?.firstElementChild as HTMLElement | null | undefined;
  if (!header || !main || !grid) return;
  const heading = document.querySelector(".md-content h1");
  const sidebars = all("[data-md-component=sidebar]");
  const tables = all("[data-md-component=toc]");

  const update = (): void => {
    const covered = header.offsetHeight;
    const { top, bottom } = main.getBoundingClientRect();
    const margin = grid.offsetTop - main.offsetTop;
    const seen = Math.max(0, innerHeight - Math.max(0, top, covered) - Math.max(0, innerHeight - bottom));
    const height = seen + Math.min(margin, Math.max(0, covered - top)) - margin;
    const isNamed = !!heading && heading.getBoundingClientRect().bottom <= covered;
    const isUnder = !!tabs && tabs.getBoundingClientRect().top <= covered - 10;
    const atEnd = scrollY + innerHeight >= document.body.scrollHeight - 1;
    for (const table of tables) showPlace(table, covered + 0.8 * margin, atEnd);
    title?.classList.toggle("md-header__title--active", isNamed);
    header.classList.toggle("md-header--shadow", top <= covered);
    if (tabs) tabs.hidden = isUnder;
    for (const sidebar of sidebars) fit(sidebar, covered, height);
  };

  let due = 0;
  const soon = (): void => { due ||= requestAnimationFrame(() => { due = 0; update(); }); };
  addEventListener("scroll", soon, { signal, passive: true });
  addEventListener("resize", soon, { signal });
  // Also the first time: then all is laid out, and nothing is painted yet.
  const sizes = new ResizeObserver(update);
  sizes.observe(main);
  signal.addEventListener("abort", () => {
    sizes.disconnect();
    cancelAnimationFrame(due);
  });
}

/** Gives a sidebar the height that the page has beside it; the first time, also shows what is current in it. */
function fit(sidebar: HTMLElement, top: number, height: number): void {
  const inner = sidebar.querySelector<HTMLElement>(".md-sidebar__scrollwrap")!;
  const isBeside = matchMedia(BESIDE[sidebar.dataset["mdType"] as keyof typeof BESIDE]).matches;
  const isFirst = isBeside && !sidebar.style.top;
  sidebar.style.top = isBeside ? `${top}px` : "";
  inner.style.height = isBeside ? `${height - 2 * inner.offsetTop}px` : "";
  if (isFirst) for (const link of all(".md-nav__link--active[href]", sidebar)) bringIntoView(link);
}
