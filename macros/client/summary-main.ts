/** The summary bundle: what follows from a record, once something does. */

import { RfqBuilds } from "../components/builds/element.ts";
import { RfqHandOver } from "../components/hand-over/element.ts";
import { RfqSummary } from "../components/summary/element.ts";
import { RfqVerdict } from "../components/verdict/element.ts";
import { define } from "./element.ts";

define("rfq-builds", RfqBuilds);
define("rfq-hand-over", RfqHandOver);
define("rfq-summary", RfqSummary);
define("rfq-verdict", RfqVerdict);
