/** Whether a page of another origin shows this one in a frame, where a reader cannot tell whose page it is. */

/** Also where the browser takes a frame's own origin away from it. */
export function isFramedElsewhere(): boolean {
  try {
    return !top!.location.href;
  } catch {
    return true;
  }
}
