import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeQR } from "qr/decode.js";
import { MAX_QR_CHARACTERS, qrCode } from "../../../macros/client/export/qr-code.ts";

/** The code as a phone's camera would see it: four grey pixels across each square. */
function picture({ size, path }: { size: number; path: string }): { width: number; height: number; data: Uint8Array } {
  const [width, scale] = [size * 4, 4];
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let row = 0; row < scale; row++) {
      const start = ((Number(y) * scale + row) * width + Number(x) * scale) * 4;
      for (let at = start; at < start + scale * 4; at += 4) data.fill(0, at, at + 3);
    }
  }
  return { width, height: width, data };
}

test("a link of any length that is drawn reads back as it was", () => {
  const signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  for (const length of [40, 300, 1_100, MAX_QR_CHARACTERS]) {
    const start = "https://guide.example/rfq/#record=";
    const link = start + Array.from({ length: length - start.length }, (_, at) => signs[(at * at + 7 * at) % 64]).join("");
    assert.equal(decodeQR(picture(qrCode(link)!)), link);
  }
});

test("a link too long for a camera gets no code", () => {
  assert.equal(qrCode("x".repeat(MAX_QR_CHARACTERS + 1)), undefined);
});
