// Made from the Python models by `make bundle`; change those instead.

/** The format of the records that this guide writes. */
export const RECORD_FORMAT = "rfq-record/1";
/** The format of the reviews that a desk sends back. */
export const REVIEW_FORMAT = "rfq-review/1";
/** How many values a record or a build may have, and levels and reasons. */
export const MAX_VALUES = 500;
/** How many answers a record or a build may have. */
export const MAX_ANSWERS = 2000;
/** How many rows the lists of a record or a build may have together. */
export const MAX_ROWS = 1000;
/** How many cells a row may have. */
export const MAX_CELLS = 40;
/** How many builds a record may have. */
export const MAX_BUILDS = 200;
/** How many findings the entry of a file may have. */
export const MAX_FINDINGS = 50;
/** How many texts may bear a finding out. */
export const MAX_EVIDENCE = 20;
/** How many files a record may list. */
export const MAX_FILES = 1000;
/** How many characters the texts of a record or a build may have together. */
export const MAX_TEXT_TOGETHER = 1000000;
/** How many files the page lists in a record. */
export const MAX_FILES_ADDED = 500;
/** How many questions a review may have. */
export const MAX_QUESTIONS = 500;
/** How many characters a question may have. */
export const MAX_QUESTION = 4000;
