/** A bundle of its own: the builder of prefilled links, which stands on one page. */

import { defineElements } from "components:links";

defineElements();
