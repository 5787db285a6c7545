/** When the page is drawn, and what may wait for it. */

let waiting: (() => void)[] = [];

/** Runs once, after the next frame is painted, in a task of its own; hidden tabs draw none until they are shown. */
export function afterFrame(run: () => void): void {
  // All that waits is called by one callback: the frame that a reader waits for has no more to do than that.
  if (waiting.push(run) > 1) return;
  requestAnimationFrame(() => {
    const due = waiting;
    waiting = [];
    setTimeout(() => due.forEach((each) => setTimeout(each)));
  });
}

/** Hands a value on in a task of its own. */
export function nextTask<T>(value: T): Promise<T> {
  return new Promise((resolve) => setTimeout(resolve, 0, value));
}
