/** What a review from the quoting desk takes; few parts have one, so `lazy` loads it. */

export { openReview } from "./open.ts";
export { showReview } from "./questions.ts";
