/** The desk's view of a record, which `lazy` loads once there is a record to view. */

export { Desk } from "./desk.ts";
