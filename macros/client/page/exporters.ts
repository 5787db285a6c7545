/** Every form that a record leaves the page in; few readers need one, so `lazy` loads them. */

export { toCsv } from "../export/csv.ts";
export { checkSheetDocument, requestDocument } from "../export/document.ts";
export { fileName } from "../export/file-name.ts";
export { toJson } from "../export/json.ts";
export { CONTROLLED_MESSAGE, CONTROLLED_SUBJECT, mailTo, messageOf, subjectOf } from "../export/mail.ts";
export { toMarkdown } from "../export/markdown.ts";
export { toText } from "../export/text.ts";
export { toXlsx } from "../export/xlsx.ts";
export { makePackage } from "../package/make.ts";
