/** What saving a copy takes; `lazy` loads it. */

export { downloadAs } from "../../client/page/downloads.ts";
