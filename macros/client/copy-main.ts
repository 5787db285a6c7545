/** A bundle of its own: the buttons of pages that are only read. */

import { RfqCopy } from "../components/copy/element.ts";

// Pages that are swapped run their scripts again.
if (!customElements.get("rfq-copy")) customElements.define("rfq-copy", RfqCopy);
