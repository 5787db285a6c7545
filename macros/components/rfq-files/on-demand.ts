/** The list of files, which `lazy` loads once there is a file to list. */

export { opensAsRecord } from "../../client/package/unpack.ts";
export { FilesPanel } from "./panel.ts";
export { listDropped } from "./list-dropped.ts";
export { inspectorFor } from "./show-checks.ts";
