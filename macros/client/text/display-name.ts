/** Names that come from outside, as they can stand in a sentence. */

/** A name without what does not show or turns text around, so that `exe.pdf` is not an `.exe`; never to find a file by. */
export function plainName(name: string): string {
  return name.replace(/\p{C}/gu, "");
}

/** The same, and at most so many characters of it, none of them cut in half. */
export function displayName(text: string, longest: number): string {
  return [...plainName(text).slice(0, 2 * longest)].slice(0, longest).join("");
}

/** A text as far as a page shows it in a line among others; none of its characters is cut in half. */
export function shortened(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, "")} …`;
}

/** What is said at once of a file that takes a while to read; nothing of a small one. */
export function loadingMessage({ name, size }: File): string {
  return size > 1_000_000 ? `Reading “${displayName(name, 80)}”.` : "";
}
