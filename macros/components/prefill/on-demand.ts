/** What a link that fills fields in takes; few readers follow one, so `lazy` loads it. */

export { answerLink, confirmMarks, showMarks, takeLink } from "./marks.ts";
