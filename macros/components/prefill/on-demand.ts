/** What a link that fills fields in takes; few readers follow one, so `lazy` loads it. */

export { confirmMarks, fillFrom, showMarks } from "./marks.ts";
