/** The share link of a record: copied, shown where it cannot be copied, and drawn as a QR code where it is short. */

import { copyText } from "../../client/browser/clipboard.ts";
import { query } from "../../client/browser/dom.ts";
import { pageAddress } from "../../client/page/site.ts";
import { MAX_QR_CHARACTERS, qrCode } from "../../client/export/qr-code.ts";
import { describeLength, toFragment } from "../../client/import/share-link.ts";
import { whyNoLink } from "../../client/record/export-control.ts";
import type { GuideIndex } from "../../client/record/guide-index.ts";
import type { RfqRecord } from "../../client/record/types.ts";

/** Makes the link of a record, shows what belongs to it within `root`, and hands back the sentence to say. */
export async function shareLink(root: HTMLElement, guide: GuideIndex, record: RfqRecord): Promise<string> {
  const made = whyNoLink(guide, record) ?? await toFragment(JSON.stringify(record));
  if (typeof made === "string") return made;
  if ("problem" in made) return made.problem;
  const link = `${pageAddress("/rfq/")}#${made.fragment}`;
  const isCopied = await copyText(link);
  root.hidden = false;
  showText(root, isCopied ? "" : link);
  const drawn = showCode(root, link);
  const picture = drawn ? "Its QR code is below" : `Too long for a QR code (limit ${MAX_QR_CHARACTERS.toLocaleString("en")} characters)`;
  return `The link ${isCopied ? "is on the clipboard" : "is ready to be copied"}. It has ${describeLength(link)}. ${picture}.`;
}

/** Without a clipboard the link is shown, ready to be copied by hand. */
function showText(root: HTMLElement, link: string): void {
  const box = query<HTMLInputElement>(root, "input");
  box.closest<HTMLElement>("p")!.hidden = !link;
  box.value = link;
  if (link) box.select();
}

function showCode(root: HTMLElement, link: string): boolean {
  const code = qrCode(link);
  query<HTMLElement>(root, "figure").hidden = !code;
  if (!code) return false;
  query(root, "svg").setAttribute("viewBox", `0 0 ${code.size} ${code.size}`);
  query(root, "path").setAttribute("d", code.path);
  return true;
}
