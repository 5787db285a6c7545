/** A bundle of its own: the buttons of pages that are only read. */

import { defineElements } from "components:copy";

defineElements();
