/** Counts in words. */

/** So many of something; what is counted gets an s unless it is one. */
export function counted(number: number, what: string): string {
  return `${number.toLocaleString("en-US")} ${what}${number === 1 ? "" : "s"}`;
}
