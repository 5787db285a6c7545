/** ZIPs that no program makes: each file's figures are whatever a test says. */

import { deflateRawSync } from "node:zlib";

/** A file of a ZIP; `at` is the place of an earlier one whose bytes it shares. */
export interface Made { path: string; content: Uint8Array<ArrayBuffer> | string; deflated?: boolean; packed?: number; size?: number; at?: number; encrypted?: boolean }

/** The ZIP of these files. */
export function zipOf(files: Made[]): Blob {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const starts: number[] = [];
  let place = 0;
  const add = (bytes: Uint8Array<ArrayBuffer>): void => {
    parts.push(bytes);
    place += bytes.length;
  };
  const lists = files.map(({ path, content, deflated, packed, size, at, encrypted }) => {
    const name = new TextEncoder().encode(path);
    const bytes = new Uint8Array(typeof content === "string" ? new TextEncoder().encode(content) : content);
    const body = deflated ? new Uint8Array(deflateRawSync(bytes)) : bytes;
    starts.push(at === undefined ? place : starts[at]!);
    if (at === undefined) {
      const head = new DataView(new ArrayBuffer(30));
      head.setUint32(0, 0x0403_4b50, true);
      head.setUint16(26, name.length, true);
      [new Uint8Array(head.buffer), name, body].forEach(add);
    }
    const entry = new DataView(new ArrayBuffer(46));
    entry.setUint32(0, 0x0201_4b50, true);
    entry.setUint16(8, encrypted ? 1 : 0, true);
    entry.setUint16(10, deflated ? 8 : 0, true);
    entry.setUint32(20, packed ?? body.length, true);
    entry.setUint32(24, size ?? bytes.length, true);
    entry.setUint16(28, name.length, true);
    entry.setUint32(42, starts.at(-1)!, true);
    return [new Uint8Array(entry.buffer), name];
  });
  const list = place;
  lists.flat().forEach(add);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x0605_4b50, true);
  end.setUint16(10, files.length, true);
  end.setUint32(12, place - list, true);
  end.setUint32(16, list, true);
  add(new Uint8Array(end.buffer));
  return new Blob(parts);
}
