/** The address of the supplier's own form, which may ask to be told what the part is called. */

import { isKnownFree } from "../record/export-control.ts";
import type { GuideIndex } from "../record/guide-index.ts";
import { isEmpty } from "../record/record.ts";
import type { RfqRecord } from "../record/types.ts";
import { Conditions } from "../summary/conditions.ts";
import { cleanLine } from "../text/sanitize.ts";

const PART = /([?&])([^=&#{}]+)=\{(part-number|revision)\}/g;
/** No address for a browser gets unbounded by what somebody typed. */
const LONGEST = 200;

/** The address with what its template asks for, and whether that says anything of the part. */
export interface UploadAddress { address: string; carries: boolean }

/** A detail travels only once export control is ruled out, and CUI where it is asked about; a pair without a value is left out. */
export function uploadAddress(template: string, guide: GuideIndex, record: RfqRecord): UploadAddress {
  const mayTravel = isKnownFree(guide, record) && !isCuiOpen(guide, record);
  let carries = false;
  const filled = template.replace(PART, (_, mark: string, name: string, meaning: "part-number" | "revision") => {
    const value = mayTravel ? [...cleanLine(guide.known.textOf(record, meaning))].slice(0, LONGEST).join("") : "";
    carries ||= value !== "";
    return value ? `${mark}${name}=${encodeURIComponent(value)}` : mark.replace("&", "");
  });
  return { address: filled.replace("?&", "?").replace(/\?(?=#|$)/, ""), carries };
}

function isCuiOpen(guide: GuideIndex, record: RfqRecord): boolean {
  return new Conditions(guide, record, record.updated.slice(0, 10)).applies(guide.known.id("cui")) && guide.known.valuesOf(record, "cui").every(isEmpty);
}
