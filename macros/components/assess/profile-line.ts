/** The profile line: joins the levels picked, along the rules between the cells and never through their words. */

import { query } from "../../client/browser/dom.ts";

/** A radio that is picked, and the cell that it stands in; pixels from the top left corner of the matrix. */
export interface Pick { x: number; y: number; radius: number; left: number; top: number; bottom: number }

/** The path from pick to pick: along the rule over or under a cell, then beside the next column's radios. */
export function profilePath(picks: readonly Pick[]): string {
  return picks.slice(1).map((to, index) => {
    const from = picks[index]!;
    const isLater = to.top > from.top;
    const rule = isLater ? from.bottom : from.top;
    const start = from.y + (isLater ? from.radius : -from.radius);
    return `M${from.x} ${start}V${rule}H${to.left}V${to.y}H${to.x - to.radius}`;
  }).join("");
}

/** Draws the line anew over a matrix, wherever its cells are now. */
export function drawProfile(matrix: HTMLElement): void {
  const { left, top } = matrix.getBoundingClientRect();
  const picks = [...matrix.querySelectorAll("input:checked")].map((radio): Pick => {
    const dot = radio.getBoundingClientRect();
    const cell = radio.closest("label")!.getBoundingClientRect();
    return {
      x: dot.left + dot.width / 2 - left, y: dot.top + dot.height / 2 - top, radius: dot.width / 2,
      left: cell.left - left, top: cell.top - top, bottom: cell.bottom - top,
    };
  });
  query(matrix, ".assess__profile path").setAttribute("d", profilePath(picks));
}
