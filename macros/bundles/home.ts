/** A bundle of its own: the home page, until somebody with a part or with files needs more. */

import { loadWhenNeeded } from "../components/home/first-need.ts";

// In a frame of another origin, the shell leaves nothing of the page.
const home = document.querySelector<HTMLElement>("rfq-home");
if (home) loadWhenNeeded(home);
