/** When the page is drawn, and what may wait for it. */

/** Runs once, after the next frame is painted; hidden tabs draw none until they are shown. */
export function afterFrame(run: () => void): void {
  requestAnimationFrame(() => setTimeout(run));
}

/** Hands a value on in a task of its own. */
export function nextTask<T>(value: T): Promise<T> {
  return new Promise((resolve) => setTimeout(resolve, 0, value));
}
