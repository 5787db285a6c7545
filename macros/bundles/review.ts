/** A bundle of its own: the quoting desk's page, whose readers answer no list. */

import { defineElements } from "components:review";

defineElements();
