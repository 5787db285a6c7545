/** Bundles what macros/bundles enters by; what those import as `components:…` is found in the folders of macros/components. */

import { build } from "esbuild";
import { cpSync, existsSync, globSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";

const COMPONENTS = "./macros/components";
const folders = globSync(`${COMPONENTS}/*/`).map((path) => basename(path)).sort();
const withFile = (file) => folders.filter((folder) => existsSync(`${COMPONENTS}/${folder}/${file}`));

/** The bundle that brings a folder's element to life: the one that `data-bundle` names on its tag, or else the guide's. */
function bundleOf(folder) {
  const markup = globSync(`${COMPONENTS}/${folder}/*.html`).map((path) => readFileSync(path, "utf8")).join("");
  return /data-bundle="([a-z-]+)"/.exec(markup)?.[1] ?? "guide";
}

/** `defineElements` of a bundle: the folder `parts` has `<rfq-parts>`. */
function elements(bundle) {
  const own = withFile("element.ts").filter((folder) => bundleOf(folder) === bundle);
  const imports = own.map((folder, index) => `import element${index} from "${COMPONENTS}/${folder}/element.ts";`);
  const calls = own.map((folder, index) => `customElements.define("rfq-${folder.replace(/^rfq-/, "")}", element${index});`);
  return `${imports.join("\n")}\nexport function defineElements() { ${calls.join(" ")} }`;
}

/** What each component has in a file of that name, as a namespace of the component's folder. */
function namespaces(file) {
  return withFile(file).map((folder) => `export * as "${folder}" from "${COMPONENTS}/${folder}/${file}";`).join("\n");
}

/** The sheets in the order of the alphabet. */
function styles() {
  return withFile("style.css").map((folder) => `@import "${COMPONENTS}/${folder}/style.css";`).join("\n");
}

/** What of a component is not in the bundle of its element: in the exports bundle, and beside the summary. */
const LATER = ["on-demand", "with-summary"];

function found(path) {
  if (path === "styles") return { contents: styles(), loader: "css" };
  return { contents: LATER.includes(path) ? namespaces(`${path}.ts`) : elements(path) };
}

const components = {
  name: "components",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^components:/ }, ({ path }) => ({ path: path.replace("components:", ""), namespace: "components" }));
    onLoad({ filter: /.*/, namespace: "components" }, ({ path }) => ({ ...found(path), resolveDir: process.cwd() }));
  },
};

function bundle(entry, outfile, options = {}) {
  return build({
    entryPoints: [`macros/bundles/${entry}`],
    outfile,
    bundle: true,
    minify: true,
    format: outfile.endsWith(".css") ? undefined : "iife",
    target: ["chrome111", "firefox119", "safari17.4"],
    loader: { ".txt": "text" },
    plugins: [components],
    metafile: true,
    logLevel: "warning",
    ...options,
  });
}

const ASSETS = "overrides/assets";
// The reader of PDFs fetches one of these when a font names it.
cpSync("node_modules/pdfjs-dist/cmaps", `${ASSETS}/cmaps`, { recursive: true });
// The text of a worker is part of the bundle that starts it.
const workers = await Promise.all(["hash-worker", "pdf-worker", "read-worker"].map((name) => bundle(`${name}.ts`, `.cache/${name}.txt`)));
const bundles = await Promise.all([
  bundle("guide.css", `${ASSETS}/stylesheets/guide.css`),
  bundle("guide.ts", `${ASSETS}/javascripts/guide.js`),
  bundle("summary.ts", `${ASSETS}/javascripts/guide-summary.js`, { globalName: "rfqGuideSummary" }),
  bundle("on-demand.ts", `${ASSETS}/javascripts/guide-exports.js`, { globalName: "rfqGuideExports" }),
  bundle("pdf.ts", `${ASSETS}/javascripts/guide-pdf.js`, { globalName: "rfqGuidePdf" }),
  bundle("copy.ts", `${ASSETS}/javascripts/copy.js`),
  bundle("calculate.ts", `${ASSETS}/javascripts/calculate.js`),
  bundle("near.ts", `${ASSETS}/javascripts/near.js`),
  bundle("home.ts", `${ASSETS}/javascripts/home.js`),
  bundle("links.ts", `${ASSETS}/javascripts/links.js`),
  bundle("review.ts", `${ASSETS}/javascripts/review.js`),
  bundle("shell.ts", `${ASSETS}/javascripts/shell.js`),
]);

/** The folders of the packages that have code in what was built. */
function packagesIn(built) {
  const taken = built.flatMap(({ metafile }) => Object.values(metafile.outputs)).flatMap(({ inputs }) => Object.entries(inputs));
  const folders = taken.map(([path, { bytesInOutput }]) => bytesInOutput > 0 && /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]);
  return [...new Set(folders)].filter(Boolean).sort();
}

/** What has to be said of a package; one without a file of its license says who made it. */
function notice(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file)).sort();
  return { name, version, license, author: (author?.name ?? author ?? "").replace(/ [<(].*/, ""), texts: files.map((file) => readFileSync(`${folder}/${file}`, "utf8")) };
}

const maps = { ...notice("node_modules/pdfjs-dist"), name: "Character maps", license: "BSD-3-Clause", author: "Adobe", texts: [readFileSync(`${ASSETS}/cmaps/LICENSE`, "utf8")] };
writeFileSync(`${COMPONENTS}/notices/bundled.json`, `${JSON.stringify([...packagesIn([...workers, ...bundles]).map(notice), maps], null, 1)}\n`);
