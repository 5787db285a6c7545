/** A bundle of its own: the calculators of pages to read. */

import { defineElements } from "components:calculate";

defineElements();
