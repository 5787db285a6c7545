/** What opening and sharing a record takes; few readers do either, so `lazy` loads it. */

export { fromFragment } from "../../client/import/share-link.ts";
export { readRecord, readReview } from "../../client/import/parse-record.ts";
export { keepPackedFiles } from "../../client/package/make.ts";
export { reportInWords } from "../../client/package/manifest.ts";
export { recordTextIn } from "../../client/package/read-dropped-record.ts";
export { nameOf } from "../../client/record/part-names.ts";
export { evaluate } from "../../client/summary/evaluate.ts";
export { titleBlockOnSteps } from "../../client/summary/title-block.ts";
export { differences } from "../../client/summary/record-diff.ts";
export { default as RECORD_SCHEMA } from "../../../docs/schema/rfq-record-1.json";
export { default as REVIEW_SCHEMA } from "../../../docs/schema/rfq-review-1.json";
export { shareLink } from "./share-link.ts";
