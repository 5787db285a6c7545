/** Loads what the shell stands for: the theme's whole stylesheets in place of the small ones, and the theme's script. */

import { make } from "../../browser/dom.ts";
import { whenLoaded } from "../../browser/when-loaded.ts";
import { smallSheets } from "../small-sheets.ts";

/** The settings that the theme's script reads, which publishing takes out of pages; addresses count from the site's root. */
declare const rfqThemeConfig: { search: string };

/** Only from then on, so that the theme's script always meets a page that is parsed. */
const parsed = new Promise((resolve) => addEventListener("DOMContentLoaded", resolve, { once: true }));

/** Resolves once the theme's script has run; a failure says why in a sentence, and can be tried again. */
export async function loadTheme({ dataset }: HTMLScriptElement): Promise<void> {
  await parsed;
  const [address, config] = dataset["themeScript"]!.split(" ").reverse() as [string, string?];
  const ahead = make("link", { rel: "preload", as: "script", href: address });
  document.head.append(ahead);
  const [first] = smallSheets();
  if (first) {
    const sheets = dataset["themeStyle"]!.split(" ").map((href) => make("link", { rel: "stylesheet", href }));
    try {
      await Promise.all(sheets.map((sheet) => whenLoaded(sheet, (each) => first.before(each))));
    } catch (error) {
      for (const sheet of sheets) sheet.remove();
      throw error;
    }
    for (const small of smallSheets()) {
      // One that is still on its way is not waited for in vain.
      small.dispatchEvent(new Event("load"));
      small.remove();
    }
  }
  if (config && !document.getElementById("__config")) {
    await whenLoaded(make("script", { src: config }), (script) => document.head.append(script));
    const root = address.replace(/assets\/.*/, "");
    const text = JSON.stringify({ ...rfqThemeConfig, base: root || ".", search: root + rfqThemeConfig.search });
    // The theme reads the text of whatever has this id; a script made here would be code to a policy of trusted types.
    document.body.append(make("div", { id: "__config", hidden: "" }, text));
  }
  await whenLoaded(make("script", { src: address }), (script) => document.body.append(script));
}
