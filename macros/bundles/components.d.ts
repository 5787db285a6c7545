/** What esbuild.config.mjs finds in the folders of macros/components. */

declare module "components:*" {
  /** Registers the elements of a bundle: a tag says by `data-bundle` which one, or it is the guide's. */
  export function defineElements(): void;
}

/** Each folder's `on-demand.ts` as a namespace of the folder's name. */
declare module "components:on-demand" {}

/** Each folder's `with-summary.ts` as a namespace of the folder's name. */
declare module "components:with-summary" {}

/** The text of a worker, which is part of the bundle that starts it. */
declare module "*.txt" {
  const text: string;
  export default text;
}
