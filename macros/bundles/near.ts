/** A bundle of its own: pages to read, which load what works on a part of them once a reader comes near. */

import { loadWhenNear } from "../client/browser/load-when-near.ts";

loadWhenNear();
