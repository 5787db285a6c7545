/** The corner of a sheet in which a title block stands, and a picture of it where a thread can draw one. */

import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A title block is at most 190 mm wide by ISO 7200; in points, like all of a sheet. */
const WIDTH = 560;
const HEIGHT = 300;
/** The picture's width in pixels. */
const PIXELS = 1000;

/** A part of a sheet in points from its upper left, with the way from its own coordinates to these. */
export interface Corner { left: number; top: number; width: number; height: number; place: (x: number, y: number) => number[] }

/** Canvases for pdf.js where there is no document. */
export class Drawn {
  /** A canvas with its pen. */
  create(width: number, height: number): { canvas: OffscreenCanvas | null; context: OffscreenCanvasRenderingContext2D | null } {
    const canvas = new OffscreenCanvas(Math.max(1, width), Math.max(1, height));
    return { canvas, context: canvas.getContext("2d") };
  }

  /** The same canvas, blank and of another size. */
  reset({ canvas }: { canvas: OffscreenCanvas }, width: number, height: number): void {
    [canvas.width, canvas.height] = [width, height];
  }

  /** Lets a canvas go. */
  destroy(drawn: { canvas: OffscreenCanvas | null; context: OffscreenCanvasRenderingContext2D | null }): void {
    [drawn.canvas, drawn.context] = [null, null];
  }
}

/** The lower right of a sheet, as it is seen. */
export function cornerOf(page: PDFPageProxy): Corner {
  const viewport = page.getViewport({ scale: 1 });
  const [width, height] = [Math.min(WIDTH, viewport.width), Math.min(HEIGHT, viewport.height)];
  return {
    left: viewport.width - width, top: viewport.height - height, width, height,
    place: (x, y) => viewport.convertToViewportPoint(x, y) as number[],
  };
}

/** Whether what is drawn by a transformation stands in the corner. */
export function inCorner({ left, top, place }: Corner, transform: number[]): boolean {
  const [x = 0, y = 0] = place(transform[4] ?? 0, transform[5] ?? 0);
  return x >= left && y >= top;
}

/** A picture of the corner; nothing where it cannot be drawn. */
export async function drawCorner(page: PDFPageProxy): Promise<Blob | undefined> {
  if (typeof OffscreenCanvas === "undefined") return undefined;
  try {
    const { left, top, width, height } = cornerOf(page);
    const scale = PIXELS / width;
    const canvas = new OffscreenCanvas(PIXELS, Math.round(height * scale));
    const viewport = page.getViewport({ scale, offsetX: -left * scale, offsetY: -top * scale });
    // As for print: on the screen pdf.js waits for frames, which a worker has none of.
    await page.render({ canvas: null, canvasContext: canvas.getContext("2d") as never, viewport, intent: "print" }).promise;
    return await canvas.convertToBlob({ type: "image/png" });
  } catch {
    return undefined;
  }
}
