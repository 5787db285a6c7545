// Made from the Python models by `make bundle`; change those instead.

/** The format of the records that this guide writes. */
export const RECORD_FORMAT = "rfq-record/1";
/** The format of the reviews that a desk sends back. */
export const REVIEW_FORMAT = "rfq-review/1";
/** How many files the page lists in a record. */
export const MAX_FILES_ADDED = 500;
/** How many questions a review may have. */
export const MAX_QUESTIONS = 500;
/** How many characters a question may have. */
export const MAX_QUESTION = 4000;
