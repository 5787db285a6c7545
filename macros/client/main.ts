/** The first bundle: what a page with a checklist needs at once. */

import { RfqAsked } from "../components/asked/element.ts";
import { RfqAssess } from "../components/assess/element.ts";
import { RfqBuilds } from "../components/builds/element.ts";
import { RfqChecklist } from "../components/checklist/element.ts";
import { RfqFiles } from "../components/rfq-files/element.ts";
import { RfqHandOver } from "../components/hand-over/element.ts";
import { RfqExample } from "../components/load-example/element.ts";
import { RfqParts } from "../components/parts/element.ts";
import { RfqPrefill } from "../components/prefill/element.ts";
import { RfqReview } from "../components/review/element.ts";
import { RfqSummary } from "../components/summary/element.ts";
import { RfqVerdict } from "../components/verdict/element.ts";
import { define } from "./element.ts";
import { mendFileLinks } from "./file-links.ts";

mendFileLinks();
define("rfq-assess", RfqAssess);
define("rfq-builds", RfqBuilds);
define("rfq-parts", RfqParts);
define("rfq-checklist", RfqChecklist);
define("rfq-files", RfqFiles);
define("rfq-summary", RfqSummary);
define("rfq-example", RfqExample);
define("rfq-verdict", RfqVerdict);
define("rfq-hand-over", RfqHandOver);
define("rfq-prefill", RfqPrefill);
define("rfq-asked", RfqAsked);
define("rfq-review", RfqReview);
