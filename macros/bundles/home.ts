/** A bundle of its own: the home page, until somebody with a part or with files needs more. */

import { loadWhenNeeded } from "../components/home/first-need.ts";

loadWhenNeeded(document.querySelector<HTMLElement>("rfq-home")!);
