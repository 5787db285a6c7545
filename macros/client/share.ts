/** A record in a link: JSON, deflated, in base64url after `#record=`, where no server sees it. */

/** How many bytes a link may inflate to; a record of many hundred rows is far below. */
export const MAX_INFLATED = 200_000;

/** Link lengths, in characters, up to which common programs keep a link whole. */
export const KEPT_BY = [
  { program: "most chat programs", characters: 2_000 },
  { program: "Outlook and other mail programs", characters: 8_000 },
  { program: "browsers", characters: 32_000 },
];

/** The part of a link after `#` that carries a record. */
export async function toFragment(json: string): Promise<string> {
  const deflated = await through(new Blob([json]).stream(), new CompressionStream("deflate-raw"), Infinity);
  return `record=${base64url(deflated)}`;
}

/** The JSON in a fragment, or one sentence on why there is none; stops inflating at MAX_INFLATED bytes. */
export async function fromFragment(fragment: string): Promise<{ json: string } | { problem: string }> {
  const coded = fragment.replace(/^#?record=/, "");
  if (!/^[A-Za-z0-9_-]+$/.test(coded)) return { problem: "This link is damaged: it holds characters that a record's link never has." };
  try {
    const inflated = await through(new Blob([bytes(coded)]).stream(), new DecompressionStream("deflate-raw"), MAX_INFLATED);
    return { json: new TextDecoder("utf-8", { fatal: true }).decode(inflated) };
  } catch (error) {
    if (error instanceof RangeError) return { problem: "This link holds more than a record can, so it was not opened." };
    return { problem: "This link is cut short or damaged: copy it again from where you got it." };
  }
}

async function through(source: ReadableStream<Uint8Array<ArrayBuffer>>, change: CompressionStream | DecompressionStream, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = source.pipeThrough(change).getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length;
    if (size > most) {
      await reader.cancel();
      throw new RangeError("too large");
    }
    parts.push(next.value);
  }
  return new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer());
}

function base64url(data: Uint8Array): string {
  let text = "";
  for (let place = 0; place < data.length; place += 8192) text += String.fromCharCode(...data.subarray(place, place + 8192));
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function bytes(coded: string): Uint8Array<ArrayBuffer> {
  const text = atob(coded.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}
