/** When the page is drawn, and what may wait for it. */

let waiting: (() => void)[] = [];

/** Runs once, after the next frame is painted, in a task of its own; hidden tabs draw none until they are shown. */
export function afterFrame(run: () => void): void {
  // One callback for all that waits: a frame that calls one for each element has that much more to do.
  if (waiting.push(run) > 1) return;
  requestAnimationFrame(() => {
    const due = waiting;
    waiting = [];
    for (const each of due) setTimeout(each);
  });
}

/** Runs once after the frame for all that asks within it; `cancel` calls off what is asked for by then. */
export function oncePerFrame(run: () => void): { ask: () => void; cancel: () => void } {
  let isDue = false;
  return {
    ask() {
      if (isDue) return;
      isDue = true;
      afterFrame(() => {
        if (!isDue) return;
        isDue = false;
        run();
      });
    },
    cancel() {
      isDue = false;
    },
  };
}

/** Hands a value on in a task of its own. */
export function nextTask<T>(value: T): Promise<T> {
  return new Promise((resolve) => setTimeout(resolve, 0, value));
}
