/** Names of which no two are alike. */

/** The name, or else the first numbered one that is not taken, from 2 on. */
export function unused(name: string, isTaken: (name: string) => boolean, numbered = (count: number): string => `${name} (${count})`): string {
  let found = name;
  for (let count = 2; isTaken(found); count++) found = numbered(count);
  return found;
}
