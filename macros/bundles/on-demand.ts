/** The exports bundle: what few people need, loaded by `lazy` when it is first needed; of each component by its folder's name. */

export * as exporters from "../client/page/exporters.ts";
export { RELEASE as release } from "../client/page/release.ts";
export * from "components:on-demand";
