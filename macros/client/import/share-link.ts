/** A record in a link: JSON, deflated, in base64url after `#record=`, where no server sees it. */

/** How many bytes a link may inflate to; a record of many hundred rows is far below. */
export const MAX_INFLATED = 200_000;

/** Link lengths, in characters, up to which common programs are known to keep a link whole. */
const KEPT_BY = [
  { program: "Outlook for Windows", characters: 1_000 },
  { program: "Discord", characters: 2_000 },
  { program: "Slack", characters: 40_000 },
];

/** What no compression makes of MAX_INFLATED bytes: a longer text is not even decoded. */
const MAX_CODED = 300_000;
/** So little is inflated at a time that not even a bomb grows far beyond MAX_INFLATED before it is noticed. */
const STEP = 256;

/** Whether a fragment carries a record. */
export function isRecordLink(fragment: string): boolean {
  return fragment.startsWith("#record=");
}

/** The part of a link after `#` that carries a record, or one sentence on why there is none. */
export async function toFragment(json: string): Promise<{ fragment: string } | { problem: string }> {
  const plain = new TextEncoder().encode(json);
  if (plain.length > MAX_INFLATED) {
    return { problem: "This record is too large for a link: download the record (JSON) and send the file." };
  }
  const deflated = await through(plain, new CompressionStream("deflate-raw"), Infinity);
  return { fragment: `record=${base64url(deflated)}` };
}

/** The JSON in a fragment, or one sentence on why there is none; stops inflating at MAX_INFLATED bytes. */
export async function fromFragment(fragment: string): Promise<{ json: string } | { problem: string }> {
  const coded = fragment.replace(/^#?record=/, "");
  if (coded.length > MAX_CODED) return { problem: "This link holds more than a record can, so it was not opened." };
  if (!/^[A-Za-z0-9_-]+$/.test(coded)) {
    return { problem: "This link is damaged: it holds characters that a record's link never has." };
  }
  try {
    const inflated = await through(bytes(coded), new DecompressionStream("deflate-raw"), MAX_INFLATED);
    return { json: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(inflated) };
  } catch (error) {
    if (error instanceof RangeError) return { problem: "This link holds more than a record can, so it was not opened." };
    return { problem: "This link is cut short or damaged: copy it again from where you got it." };
  }
}

/** How long a link is, and which programs may cut one of that length. */
export function describeLength(link: string): string {
  const cutting = KEPT_BY.filter(({ characters }) => link.length > characters).map(({ program }) => program);
  const length = `${link.length.toLocaleString("en")} characters`;
  const names = cutting.length > 1 ? `${cutting.slice(0, -1).join(", ")} and ${cutting.at(-1)}` : cutting[0];
  return names ? `${length}, which ${names} may cut; the record's file always arrives whole` : length;
}

async function through(
  data: Uint8Array<ArrayBuffer>, change: CompressionStream | DecompressionStream, most: number,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = inSteps(data).pipeThrough(change).getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length;
    if (size > most) {
      // Without waiting: canceling a stream that is in the midst of a bomb may take longer than its reader should.
      reader.cancel().catch(() => undefined);
      throw new RangeError("too large");
    }
    parts.push(next.value);
  }
  return new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer());
}

function inSteps(data: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  let offset = 0;
  return new ReadableStream({
    pull(controller) {
      if (offset < data.length) controller.enqueue(data.subarray(offset, offset + STEP));
      else controller.close();
      offset += STEP;
    },
  });
}

function base64url(data: Uint8Array): string {
  let text = "";
  for (let offset = 0; offset < data.length; offset += 8192) text += String.fromCharCode(...data.subarray(offset, offset + 8192));
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function bytes(coded: string): Uint8Array<ArrayBuffer> {
  const text = atob(coded.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}
