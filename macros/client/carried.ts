/** What the address carries after `#`: a record, or values for the blanks. */

/** Calls back with a fragment that carries something: with the page's own, and with each that comes later. */
export function onCarried(taken: (fragment: string) => void, signal: AbortSignal): void {
  const look = (): void => {
    if (location.hash.includes("=")) taken(location.hash);
  };
  addEventListener("hashchange", look, { signal });
  look();
}

/** Whether a fragment carries a record. */
export function isRecordLink(fragment: string): boolean {
  return fragment.startsWith("#record=");
}

/** Takes the fragment out of the address, so that it is neither opened twice nor passed on by accident. */
export function dropFragment(): void {
  history.replaceState(history.state, "", location.pathname + location.search);
}
