/** The list of files, which `lazy` loads once there is a file to list. */

export { FilesPanel } from "./panel.ts";
export { listDropped } from "./list-dropped.ts";
export { inspectorFor } from "./show-checks.ts";
