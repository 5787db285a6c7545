/** An element that shows what is judged of the record; what files say comes later than the record, and is not in it. */

import { RfqElement } from "./element.ts";

/** Shows itself anew when the checks of files found something; of the summary bundle, as all that judges. */
export abstract class EvaluatedElement extends RfqElement {
  protected override attach(signal: AbortSignal): void {
    document.addEventListener("rfq-checked", () => this.show(), { signal });
  }
}
