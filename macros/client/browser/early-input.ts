/** What a reader entered while the page's script was still on its way. */

import type { FormControl } from "./dom.ts";

interface EarlyInput { control: FormControl; value: string; checked: boolean }

/**
 * Takes down what was entered below an element before it came to life; the function returned enters it again, once the
 * element shows the record. A text is entered only where the record has none: the reader could not see the one that is kept.
 */
export function captureEarlyInput(root: HTMLElement): () => void {
  const early = isFirstLoad() ? [...root.querySelectorAll<FormControl>("input, select, textarea")].filter(isTouched).map(captured) : [];
  const focused = document.activeElement as HTMLElement | null;
  // What has the focus would not be made to show the record.
  if (early.some(({ control }) => control === focused)) focused?.blur();
  return () => {
    for (const each of early) restore(each);
    if (early.length > 0) focused?.focus();
  };
}

/** Of a page that is loaded again, the browser puts back what stood there: that is old, and nobody entered it now. */
function isFirstLoad(): boolean {
  const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return navigation?.type === "navigate";
}

/** The cells of a table are left out: its rows are made anew. */
function isTouched(control: FormControl): boolean {
  if (control.closest(".field__rows")) return false;
  if (control instanceof HTMLSelectElement) return control.selectedIndex > 0;
  return isBox(control) ? control.checked !== control.defaultChecked : control.value !== control.defaultValue;
}

function captured(control: FormControl): EarlyInput {
  return { control, value: control.value, checked: isBox(control) && control.checked };
}

function restore({ control, value, checked }: EarlyInput): void {
  if (isBox(control)) control.checked = checked;
  else if (control.value === "") control.value = value;
  else return;
  control.dispatchEvent(new Event("input", { bubbles: true }));
}

function isBox(control: FormControl): control is HTMLInputElement {
  return control instanceof HTMLInputElement && /^(checkbox|radio)$/.test(control.type);
}
