/** Gives pdf.js the half of it that reads, where it looks for it, so that it needs no second worker or module. */

import * as pdfjsWorker from "pdfjs-dist/legacy/build/pdf.worker.mjs";

Object.assign(globalThis, { pdfjsWorker });
