/** What forms and annotations show on a sheet: to every reader it is a part of the drawing. */

/** As much of an annotation of pdf.js as is looked at. */
interface Shown {
  subtype?: string; fieldType?: string | null; fieldValue?: unknown; textContent?: string[] | null;
  contentsObj?: { str?: string }; hidden?: boolean; noView?: boolean; annotationFlags?: number;
}

/** The kinds whose words stand on the sheet; a note that opens by a click is none. */
const WORDED = ["FreeText", "Stamp", "Widget"];
/** The bits of an annotation that nobody sees: hidden, and not viewed. */
const UNSEEN = 2 | 32;

/** The words of what is shown, one in a line, and how many form fields there are. */
export function shownAnnotations(annotations: Shown[]): { text: string; fields: number } {
  const shown = annotations.filter(({ hidden, noView, annotationFlags = 0 }) => !hidden && !noView && (annotationFlags & UNSEEN) === 0);
  const words = shown.filter(({ subtype }) => WORDED.includes(subtype ?? "")).flatMap(wordsOf);
  return { text: [...new Set(words)].join("\n"), fields: shown.filter(({ subtype }) => subtype === "Widget").length };
}

function wordsOf({ subtype, fieldType, fieldValue, textContent, contentsObj }: Shown): string[] {
  const values = subtype === "Widget" && fieldType !== "Btn" ? [fieldValue].flat() : [];
  const said = values.filter((each): each is string => typeof each === "string" && each.trim() !== "");
  const drawn = (textContent ?? []).filter((each) => each.trim() !== "");
  if (said.length > 0 || drawn.length > 0) return [...said, ...drawn];
  return subtype === "Widget" || !contentsObj?.str?.trim() ? [] : [contentsObj.str];
}
