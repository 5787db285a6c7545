/** What a checklist shows beside the answers themselves, once a part says something. */

export { Rows } from "../../client/page/field-rows.ts";
export { Details } from "./details.ts";
