/** What the address carries after `#`: a record, values for the blanks, the stage that a reader comes from, or a place on the page. */

/** Calls back with the fragment of the page's address, and with each that comes later. */
export function onFragment(taken: (fragment: string) => void, signal: AbortSignal): void {
  const look = (): void => {
    if (location.hash) taken(location.hash);
  };
  addEventListener("hashchange", look, { signal });
  look();
}

/** The stage whose page a reader comes from, thinking that the part is there. */
export function stageFrom(fragment: string): string | undefined {
  return /^#from=([a-z-]+)$/.exec(fragment)?.[1];
}

/** Takes the fragment out of the address, so that it is neither opened twice nor passed on by accident. */
export function dropFragment(): void {
  history.replaceState(history.state, "", location.pathname + location.search);
}
