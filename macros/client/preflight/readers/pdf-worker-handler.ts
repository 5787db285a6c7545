/** Puts the half of pdf.js that reads files where its other half looks first: it then starts no worker and loads no module. */

import * as pdfjsWorker from "pdfjs-dist/legacy/build/pdf.worker.mjs";

Object.assign(globalThis, { pdfjsWorker });
