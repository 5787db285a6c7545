/** The first bundle: what a page with a checklist needs at once. */

import { RfqChecklist } from "../components/checklist/element.ts";
import { RfqExample } from "../components/load-example/element.ts";
import { RfqParts } from "../components/parts/element.ts";
import { RfqSummary } from "../components/summary/element.ts";
import { define } from "./element.ts";

define("rfq-parts", RfqParts);
define("rfq-checklist", RfqChecklist);
define("rfq-summary", RfqSummary);
define("rfq-example", RfqExample);
