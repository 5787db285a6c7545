/** The first bundle: what a page with a checklist needs at once. */

import { RfqAsked } from "../components/asked/element.ts";
import { RfqAssess } from "../components/assess/element.ts";
import { RfqChecklist } from "../components/checklist/element.ts";
import { RfqFiles } from "../components/rfq-files/element.ts";
import { RfqExample } from "../components/load-example/element.ts";
import { RfqParts } from "../components/parts/element.ts";
import { RfqPrefill } from "../components/prefill/element.ts";
import { RfqReview } from "../components/review/element.ts";
import { define } from "./element.ts";
import { mendFileLinks } from "./file-links.ts";
import { openSession } from "./open-session.ts";
import { noteRoot } from "./page.ts";
import { shared } from "./shared.ts";
import { loadSummaryWhenNeeded } from "./when-needed.ts";

noteRoot();
shared.openSession ??= openSession;
mendFileLinks();
define("rfq-assess", RfqAssess);
define("rfq-parts", RfqParts);
define("rfq-checklist", RfqChecklist);
define("rfq-files", RfqFiles);
define("rfq-example", RfqExample);
define("rfq-prefill", RfqPrefill);
define("rfq-asked", RfqAsked);
define("rfq-review", RfqReview);
loadSummaryWhenNeeded();
