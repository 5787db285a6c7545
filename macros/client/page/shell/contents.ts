/** The table of contents says where in the page the reader is. */

import { all, anchorOf } from "./theme.ts";

/** Marks the links whose headings were passed, the last one as current; a page at its end has passed them all. */
export function showPlace(table: HTMLElement, covered: number, atEnd: boolean): void {
  const links = all<HTMLAnchorElement>(".md-nav__link", table);
  const passed = links.filter((link) => atEnd || topOf(link) < covered);
  const current = passed.at(-1);
  const isNew = !!current && !current.classList.contains("md-nav__link--active");
  for (const link of links) {
    link.classList.toggle("md-nav__link--passed", passed.includes(link));
    link.classList.toggle("md-nav__link--active", link === current);
  }
  if (isNew) bringIntoView(current);
}

/** Scrolls a sidebar, and nothing else, so that a link stands in its middle. */
export function bringIntoView(link: HTMLElement): void {
  const around = link.closest(".md-sidebar__scrollwrap");
  if (!around || link.offsetHeight === 0) return;
  const { top, height } = around.getBoundingClientRect();
  around.scrollTop += link.getBoundingClientRect().top - top - height / 2;
}

/** Where the heading of a link stands in the window; one that is hidden, where what it is hidden in stands. */
function topOf(link: HTMLAnchorElement): number {
  let target = document.getElementById(anchorOf(link.hash));
  while (target && target.getClientRects().length === 0) target = target.parentElement;
  return target?.getBoundingClientRect().top ?? Infinity;
}
