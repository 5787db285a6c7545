/** Sends random records, as many as the argument says, through a file and through a link; prints how many came back exactly. */

import { isDeepStrictEqual } from "node:util";
import { toJson } from "../../macros/client/export/json.ts";
import { readRecord } from "../../macros/client/import/parse-record.ts";
import { fromFragment, toFragment } from "../../macros/client/import/share-link.ts";
import { randomRecord } from "./random-records.ts";
import { SCHEMA } from "./support.ts";

const WAYS: Record<string, (json: string) => Promise<string>> = {
  "exported, then opened": async (json) => json,
  "shared, then opened": async (json) => {
    const link = await toFragment(json);
    const read = "fragment" in link ? await fromFragment(`#${link.fragment}`) : link;
    return "json" in read ? read.json : read.problem;
  },
};

const runs = Number(process.argv[2]);
const exact: Record<string, number> = {};
const lost: string[] = [];
for (const [way, sent] of Object.entries(WAYS)) {
  exact[way] = 0;
  for (let seed = 1; seed <= runs; seed++) {
    const record = randomRecord(seed);
    const opened = await readRecord(await sent(toJson(record)), SCHEMA);
    if ("record" in opened && isDeepStrictEqual(opened.record, record)) exact[way]++;
    else lost.push(`seed ${seed}, ${way}: ${"problem" in opened ? opened.problem : "another record"}`);
  }
}
console.log(JSON.stringify({ exact, lost: lost.slice(0, 10) }));
