/** A bundle of its own, in place of the theme's script: the frame around the article. */

import { startShell } from "../client/page/shell/shell.ts";

startShell(document.currentScript as HTMLScriptElement);
