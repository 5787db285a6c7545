/** Loads what a page needs only now and then. */

import { NoPdfReader, type PdfReader } from "../preflight/readers/pdf.ts";
import type { Preflight } from "../record/generated.ts";
import type { RfqRecord } from "../record/types.ts";
import { make } from "../browser/dom.ts";
import { whenLoaded } from "../browser/when-loaded.ts";
import { ofThisRelease } from "./release.ts";
import { type Session, theSession } from "./session.ts";
import { completeGuide, type ScriptName, scriptAddress, summaryStyleAddress } from "./site.ts";
import { smallSheets } from "./small-sheets.ts";

type Begin = (session: Session) => void;

/** What scripts leave behind, and each script that was asked for by its address: every bundle holds its own copy of this code. */
interface Loaded {
  rfqGuideScripts?: Map<string, Promise<void>>;
  rfqGuideSummary: { release: string; defineElements: () => void; openContents: Begin; migrateInUse: Begin } & Record<string, unknown>;
  rfqGuideExports: { release: string } & Record<string, unknown>;
  rfqGuidePdf: { release: string; readInWorker: (bytes: Uint8Array<ArrayBuffer>, maps: string) => ReturnType<PdfReader> };
  rfqGuideExamples: Record<string, RfqRecord>;
  rfqGuidePreflight: Preflight & { release: string };
}

const loaded = globalThis as unknown as Loaded;

let summary: Promise<void> | undefined;
let tellSummaryCame: () => void;
const summaryCame = new Promise<void>((resolve) => { tellSummaryCame = resolve; });

/** Brings the elements of the summary bundle to life, once for a page; what failed is tried again when it is asked for again. */
export function loadSummary(): Promise<void> {
  return summary ??= startSummary().catch((error: Error) => {
    summary = undefined;
    throw error;
  });
}

/** One namespace of the summary bundle, of a component by its folder, as soon as somebody had that bundle loaded. */
export async function withSummary<Module>(name: string): Promise<Module> {
  await summaryCame;
  return loaded.rfqGuideSummary[name] as Module;
}

/** One namespace of the exports bundle: of a component by its folder, whose module the caller names, `lazy<typeof import("./on-demand.ts")>("rfq-files")`. */
export async function lazy<Module>(name: string): Promise<Module> {
  await loadToSumUp("exports");
  return ofThisRelease(loaded.rfqGuideExports)[name] as Module;
}

/** Reads a PDF in a worker of its own, which fetches the character maps that its fonts name; from a disk it can fetch none. */
export const readPdfText: PdfReader = async (bytes) => {
  await loadScript("pdf").catch((error: Error) => {
    throw new NoPdfReader(error.message);
  });
  return ofThisRelease(loaded.rfqGuidePdf).readInWorker(bytes, location.protocol === "file:" ? "" : new URL("../cmaps/", scriptAddress("pdf")).href);
};

/** The worked records by name. */
export async function loadExamples(): Promise<Record<string, RfqRecord>> {
  await loadScript("examples");
  return loaded.rfqGuideExamples;
}

/** How files are read and checked, and what is said of them. */
export async function loadPreflight(): Promise<Preflight> {
  await loadScript("preflight");
  return ofThisRelease(loaded.rfqGuidePreflight);
}

async function startSummary(): Promise<void> {
  const [session] = await Promise.all([theSession(), loadToSumUp("summary"), loadSummaryStyle()]);
  const { migrateInUse, openContents, defineElements } = ofThisRelease(loaded.rfqGuideSummary);
  migrateInUse(session);
  openContents(session);
  defineElements();
  tellSummaryCame();
}

/** Resolves once the rules for what a summary shows apply; they come after the page's own, which the theme's whole sheets replace one day. */
async function loadSummaryStyle(): Promise<void> {
  const [[first, second], href] = [smallSheets(), summaryStyleAddress()];
  if (!first || second || !href) return;
  await whenLoaded(make("link", { rel: "stylesheet", href }), (sheet) => first.after(sheet));
}

/** Loads a bundle that sums up, with what it reads of the guide. */
async function loadToSumUp(name: "summary" | "exports"): Promise<void> {
  await loadScript("summaryData");
  completeGuide();
  await loadScript(name);
}

/** Resolves once a script has run; one that failed is tried again when it is asked for again. */
function loadScript(name: ScriptName): Promise<void> {
  const address = scriptAddress(name);
  const scripts = loaded.rfqGuideScripts ??= new Map();
  const known = scripts.get(address);
  if (known) return known;
  const running = whenLoaded(make("script", { src: address }), (each) => document.head.append(each));
  scripts.set(address, running);
  running.catch(() => scripts.delete(address));
  return running;
}
