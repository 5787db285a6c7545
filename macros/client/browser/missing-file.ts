/** Why a file of this site did not come: the guide was updated since the page was loaded, or nothing answers. */

/** The sentence for a page and files that do not belong together any more. */
export const UPDATED = "This guide was updated: reload. What you entered is kept.";

/** The sentence for a file that may come with the next attempt. */
const UNREACHABLE = "A part of this page could not be loaded. Check the connection and try again.";

/** What to tell a reader of a file that could not be loaded: only the server knows whether it is gone. */
export async function whyMissing(address: string): Promise<string> {
  const answer = await fetch(address, { method: "HEAD", cache: "no-store" }).catch(() => undefined);
  return answer?.status === 404 || answer?.status === 410 ? UPDATED : UNREACHABLE;
}
