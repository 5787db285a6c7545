/** What the buttons of the parts do, from the first touch on. */

export { PartActions } from "./actions.ts";
