/** Export control: what it keeps a record from. */

import type { GuideIndex } from "./guide-index.ts";
import { isEmpty } from "./record.ts";
import type { RfqRecord } from "./types.ts";

/** Whether a part is under export control or marked CUI, by what it or a build of it says, or the guide cannot tell that it is not. */
export function isControlled(guide: GuideIndex, record: RfqRecord): boolean {
  return [record, ...record.builds].some((state) => (["export-control", "cui"] as const).some((meaning) => {
    const field = guide.fields.find(({ id }) => id === guide.known.id(meaning));
    const free = [...field?.options ?? [], ...field?.retired ?? []].filter(({ means }) => means === "no-control").map(({ id }) => id);
    const said = guide.known.valuesOf(state, meaning).filter((value) => !isEmpty(value));
    return !field || said.some((value) => !free.includes(String(value)));
  }));
}

/** Whether somebody said of a part that it is not controlled: a blank says nothing. */
export function isKnownFree(guide: GuideIndex, record: RfqRecord): boolean {
  return !isControlled(guide, record) && guide.known.valuesOf(record, "export-control").some((value) => !isEmpty(value));
}

/** Why a record must not travel in a link; undefined where it may. */
export function whyNoLink(guide: GuideIndex, record: RfqRecord): string | undefined {
  if (!isControlled(guide, record)) return undefined;
  return "Share links are off because export control or CUI is declared for this part, or not ruled out: send the record by the route agreed for it.";
}
