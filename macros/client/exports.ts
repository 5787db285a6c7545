/** The exports bundle: what few people need, loaded when it is first needed. */

export { toCsv } from "./export/csv.ts";
export { fileName } from "./export/file-name.ts";
export { STYLE } from "./export/html-style.ts";
export { toHtml } from "./export/html.ts";
export { toJson } from "./export/json.ts";
export { toMarkdown } from "./export/markdown.ts";
export { toText } from "./export/text.ts";
export { toXlsx } from "./export/xlsx.ts";
export { differences } from "./differences.ts";
export { readRecord, readReview } from "./open.ts";
export { default as RECORD_SCHEMA } from "../../docs/schema/rfq-record-1.json";
export { default as REVIEW_SCHEMA } from "../../docs/schema/rfq-review-1.json";
export { mailTo } from "./mail.ts";
export { holdFiles, makePackage } from "./package/make.ts";
export { reportInWords } from "./package/manifest.ts";
export { recordTextIn } from "./package/record-text.ts";
export { nameOf } from "./parts.ts";
export { fromFragment } from "./share.ts";
export { Panel } from "../components/rfq-files/panel.ts";
export { confirmMarks, fillFrom, showMarks } from "../components/prefill/marks.ts";
export { openReview } from "../components/asked/open.ts";
export { showAsked } from "../components/asked/questions.ts";
export { shareLink } from "../components/summary/share-link.ts";
export { Desk } from "../components/review/desk.ts";
