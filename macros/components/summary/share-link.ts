/** The share link of a record: copied, shown where it cannot be copied, and drawn as a QR code where it is short. */

import { copied } from "../../client/clipboard.ts";
import { part } from "../../client/dom.ts";
import { pageAddress } from "../../client/page.ts";
import { MAX_QR_CHARACTERS, qrCode } from "../../client/qr.ts";
import { lengthInWords, toFragment, whyNoLink } from "../../client/share.ts";
import type { RfqRecord } from "../../client/types.ts";

/** Makes the link of a record, shows what belongs to it within `root`, and hands back the sentence to say. */
export async function shareLink(root: HTMLElement, record: RfqRecord): Promise<string> {
  const made = whyNoLink(record) ?? await toFragment(JSON.stringify(record));
  if (typeof made === "string") return made;
  if ("problem" in made) return made.problem;
  const link = `${pageAddress("/rfq/")}#${made.fragment}`;
  const isCopied = await copied(link);
  root.hidden = false;
  showText(root, isCopied ? "" : link);
  const drawn = showCode(root, link);
  const picture = drawn ? "Its QR code is below" : `For a QR code it would have to be ${MAX_QR_CHARACTERS.toLocaleString("en")} characters or shorter`;
  return `The link ${isCopied ? "is on the clipboard" : "is ready to be copied"}. It has ${lengthInWords(link)}. ${picture}.`;
}

/** Without a clipboard the link is shown, ready to be copied by hand. */
function showText(root: HTMLElement, link: string): void {
  const box = part<HTMLInputElement>(root, "input");
  box.closest<HTMLElement>("p")!.hidden = !link;
  box.value = link;
  if (link) box.select();
}

function showCode(root: HTMLElement, link: string): boolean {
  const code = qrCode(link);
  part<HTMLElement>(root, "figure").hidden = !code;
  if (!code) return false;
  part(root, "svg").setAttribute("viewBox", `0 0 ${code.size} ${code.size}`);
  part(root, "path").setAttribute("d", code.path);
  return true;
}
