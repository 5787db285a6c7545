// Made from the Python models by `make bundle`; change those instead.

export type Condition =
  | FieldFilled
  | FieldVague
  | FieldIs
  | FieldOneOf
  | FieldMatches
  | FieldBefore
  | FieldOlder
  | FieldAbove
  | FieldAgainst
  | FieldRowLacks
  | ItemIs
  | ChecklistOpen
  | RequestIs
  | RequestAhead
  | RequestHeld
  | LevelReached
  | Named
  | AllOf
  | AnyOf;

/**
 * Everything that crosses from Python to the client, for its types.
 */
export interface Client {
  guide: Guide;
  record: RfqRecord;
  review: Review;
  preflight: Preflight;
}
/**
 * Everything that `evaluate` reads beside the record and the day.
 */
export interface Guide {
  version: string;
  site: string;
  upload: string | null;
  stages: Option[];
  locked_requests: string[];
  levels: LevelColumn[];
  fields: Field[];
  conditions: {
    [k: string]: Condition;
  };
  checklists: Checklist[];
  outcomes: Outcome[];
  locks: {
    [k: string]: Reason[];
  };
  asks: Asks;
  vague: VagueWords[];
  contradictions: Rule[];
  roles: Option[];
  title_block: TitleRow[];
  chapters: Chapter[];
  further: string;
  people: People;
  meanings: {
    request: string;
    "part-number": string;
    revision: string;
    "export-control": string;
    "cad-file": string;
    "drawing-file": string;
    "release-reference": string;
    cui: string;
    units: string;
    "drawing-number": string;
    files: string;
    verdict: string;
  };
  moved_items: {
    [k: string]: string;
  };
  moved_fields: {
    [k: string]: string;
  };
  moved_options: {
    [k: string]: string;
  };
}
/**
 * One value a choice may take.
 */
export interface Option {
  id: string;
  label: string;
}
/**
 * A column of the transition matrix that a reader picks a level in; one text for each stage, earliest first.
 */
export interface LevelColumn {
  id: string;
  label: string;
  levels: string[];
  decides?: "always" | "never";
  informs?: string | null;
}
/**
 * A field as the client knows it: enough to show, to sum up and to ask for its value.
 */
export interface Field {
  id: string;
  label: string;
  kind: "text" | "long-text" | "integer" | "date" | "choice" | "many" | "rows";
  need: "required" | "conditional" | "optional";
  ask: string;
  asked_for?: string[];
  asked_if?: Condition | null;
  na?: "allowed" | "never";
  vague?: "allowed" | "never";
  compared?: "always" | "never";
  unit?: string | null;
  options?: FieldOption[];
  retired?: FieldOption[];
  columns?: Column[];
}
/**
 * Whether a field has a value, has none, or is not applicable with a reason.
 */
export interface FieldFilled {
  field: string;
  test: "filled" | "empty" | "set-aside";
}
/**
 * Whether a field says something vague, of one group or of any.
 */
export interface FieldVague {
  field: string;
  test: "vague";
  group?: ("undecided" | "loose") | null;
}
/**
 * Whether a field, or a column in a row of it, has a value, or has it among several.
 */
export interface FieldIs {
  field: string;
  column?: string | null;
  row?: "any" | "newest";
  test: "is" | "includes";
  value: string;
}
/**
 * Whether a field, or a column in a row of it, has one of some values, or has another; a blank has neither.
 */
export interface FieldOneOf {
  field: string;
  column?: string | null;
  row?: "any" | "newest";
  test: "one-of" | "none-of";
  values: string[];
}
/**
 * Whether words occur in a field, clauses apart that begin as `but_not` has it, or do not; a blank does neither.
 */
export interface FieldMatches {
  field: string;
  test: "matches" | "matches-not";
  match?: ("whole" | "clause") | null;
  words: string[];
  but_not?: string[];
}
/**
 * Whether a date is before that of another field, or before today.
 */
export interface FieldBefore {
  field: string;
  test: "before";
  than: string;
}
/**
 * Whether a date lies more than some months back.
 */
export interface FieldOlder {
  field: string;
  column?: string | null;
  row?: "any" | "newest";
  test: "older-than";
  months: number;
}
/**
 * Whether a field, or so many `times` of it, is above another field; needs both to be answered.
 */
export interface FieldAbove {
  field: string;
  test: "above";
  than: string;
  times?: number | null;
}
/**
 * How a field, or a column in a row of it, stands against another field; needs both to be answered.
 */
export interface FieldAgainst {
  field: string;
  column?: string | null;
  row?: "any" | "newest";
  test: "above-every" | "differs" | "equals" | "sample-above" | "unit-differs";
  than: string;
}
/**
 * Whether a row, of those meant, has nothing in a column.
 */
export interface FieldRowLacks {
  field: string;
  column: string;
  test: "row-lacks";
  where?: RowsMeant | null;
}
/**
 * The rows in which a column has one of some words.
 */
export interface RowsMeant {
  column: string;
  words: string[];
}
/**
 * Whether the answer to an item has a status.
 */
export interface ItemIs {
  item: string;
  test: "is";
  value: "done" | "open" | "na";
}
/**
 * Whether a checklist has an item that is open.
 */
export interface ChecklistOpen {
  checklist: string;
  test: "has-open";
}
/**
 * Whether the request is for a stage, for one before it, or for it or one after.
 */
export interface RequestIs {
  stage: "request";
  test: "is" | "before" | "at-least";
  value: string;
}
/**
 * Whether the request is so many stages ahead of the part, as its weakest deciding level has it.
 */
export interface RequestAhead {
  stage: "request";
  test: "ahead-of-part";
  by: number;
}
/**
 * Whether one level alone is behind the request.
 */
export interface RequestHeld {
  stage: "request";
  test: "held-by-only";
  column: string;
}
/**
 * Whether the level picked in a column is at a stage or beyond it.
 */
export interface LevelReached {
  level: string;
  test: "at-least";
  value: string;
}
/**
 * Whether a condition of `conditions.yml` holds.
 */
export interface Named {
  condition: string;
  test: "holds" | "fails";
}
/**
 * Whether all of several conditions hold.
 */
export interface AllOf {
  all: Condition[];
}
/**
 * Whether one of several conditions holds.
 */
export interface AnyOf {
  any: Condition[];
}
/**
 * One value that a field may take; one that is `alone` goes with no other.
 */
export interface FieldOption {
  id: string;
  label: string;
  alone?: "always" | null;
  means?: "no-control" | null;
}
/**
 * One column of a field of kind `rows`; one with an `ask` is wanted in every row.
 */
export interface Column {
  id: string;
  label: string;
  kind?: "text" | "integer" | "number" | "date" | "choice";
  unit?: string | null;
  options?: Option[];
  ask?: string | null;
}
/**
 * A checklist as the client knows it.
 */
export interface Checklist {
  id: string;
  title: string;
  words: Words;
  items: Item[];
}
/**
 * How a checklist says the three statuses of an answer.
 */
export interface Words {
  done: string;
  open: string;
  na: string;
}
/**
 * An item as the client knows it; `text` is the digest an answer keeps of the words it answered.
 */
export interface Item {
  id: string;
  label: string;
  ask: string;
  na: "allowed" | "never";
  fields: string[];
  text: string;
}
/**
 * One outcome of a verdict: its words for every request, or for each.
 */
export interface Outcome {
  id: "blank" | "ticked" | "short" | "doubtful" | "ready" | "settle" | "review" | "prototype";
  words?: Wording | null;
  by_request?: {
    [k: string]: Wording;
  } | null;
}
/**
 * Words with their next step, which is to answer the first question where none is given.
 *
 * This interface was referenced by `undefined`'s JSON-Schema definition
 * via the `patternProperty` "^[a-z][a-z0-9]*(-[a-z0-9]+)*$".
 */
export interface Wording {
  label: string;
  label_one?: string | null;
  text: string;
  next?: Link | null;
}
/**
 * Where to go next: the address to write down, and the page from the site's root if it is one.
 */
export interface Link {
  label: string;
  url: string;
  page: string | null;
}
/**
 * Why a lock is open, and what that leads to.
 */
export interface Reason {
  holds_if?: Condition | null;
  outcome: "settle" | "review" | "prototype";
  next?: Link | null;
  ask?: string | null;
}
/**
 * How the questions are put that belong to no detail of their own.
 */
export interface Asks {
  unmarked: string;
  vague: string;
  vague_rows: string;
  set_aside: string;
  old_na: string;
  retired: string;
  unconfirmed: string;
  first: string;
}
/**
 * Words that say nothing exactly, where they count, and what spares a text that has them.
 */
export interface VagueWords {
  group: "undecided" | "loose";
  match?: "whole" | null;
  unless?: ("document" | "tolerance") | null;
  fields?: string[];
  say: string[];
}
/**
 * A contradiction: when all conditions hold, the desk asks.
 */
export interface Rule {
  id: string;
  all: Condition[];
  ask: string;
}
/**
 * The cells that stand beside each other.
 */
export interface TitleRow {
  cells: TitleCell[];
}
/**
 * A cell of the title block: one field, several together, or the first of several that is given.
 */
export interface TitleCell {
  fields: string[];
  label?: string | null;
  take?: "all" | "first";
  blank?: "shown" | "left-out";
  on_steps?: "always" | "never";
}
/**
 * A chapter of the request with the details in it, in their order.
 */
export interface Chapter {
  id: string;
  label: string;
  fields?: string[];
  means?: ("history" | "files" | "notes" | "left-open") | null;
}
/**
 * What the site calls the people in it; each stands behind “the” or “your”, within a sentence.
 */
export interface People {
  desk: string;
  supplier: string;
}
/**
 * Everything a reader entered for one part: the file they save and send.
 */
export interface RfqRecord {
  schema: "rfq-record/1";
  id: string;
  guide: string;
  created: string;
  updated: string;
  stage: string | "" | null;
  values: {
    [k: string]: string | number | string[] | Row[];
  };
  answers: {
    [k: string]: Answer;
  };
  levels: {
    [k: string]: string;
  };
  as_of?: string | null;
  na?: {
    [k: string]: string;
  };
  /**
   * @maxItems 500
   */
  unconfirmed?: string[];
  /**
   * @maxItems 200
   */
  builds: Build[];
  /**
   * @maxItems 1000
   */
  files: FileEntry[];
  [k: string]: unknown;
}
/**
 * One row of a field of kind `rows`: its id, and one cell for each column filled in.
 */
export interface Row {
  id: string;
  [k: string]: string | number;
}
/**
 * The status of one item: `text` is a digest of the words that were answered, if known.
 */
export interface Answer {
  status: "done" | "open" | "na";
  note?: string;
  at?: string | "";
  text?: string;
  [k: string]: unknown;
}
/**
 * A frozen copy of values, answers and what was not applicable, kept when a build was made.
 */
export interface Build {
  name: string;
  stage: string | "" | null;
  at: string;
  values: {
    [k: string]: string | number | string[] | Row[];
  };
  answers: {
    [k: string]: Answer;
  };
  na?: {
    [k: string]: string;
  };
  /**
   * @maxItems 500
   */
  unconfirmed?: string[];
  [k: string]: unknown;
}
/**
 * What is known of one file: `size` in bytes, `sha256` in hexadecimal, null when unknown.
 */
export interface FileEntry {
  name: string;
  size?: number | null;
  sha256?: string | "" | null;
  role?: string;
  revision?: string;
  read?: FileRead | null;
  /**
   * @maxItems 50
   */
  findings?: Finding[];
  /**
   * @maxItems 50
   */
  declined?: string[];
  [k: string]: unknown;
}
/**
 * What was read of the content with a checksum, and when: of any other content it says nothing.
 */
export interface FileRead {
  sha256: string;
  at: string;
  facts: {
    [k: string]: unknown;
  };
  [k: string]: unknown;
}
/**
 * What one check said of a file when its content was at hand.
 */
export interface Finding {
  check: string;
  result: "agrees" | "differs" | "cannot-tell";
  /**
   * @maxItems 20
   */
  evidence?:
    | []
    | [string]
    | [string, string]
    | [string, string, string]
    | [string, string, string, string]
    | [string, string, string, string, string]
    | [string, string, string, string, string, string]
    | [string, string, string, string, string, string, string]
    | [string, string, string, string, string, string, string, string]
    | [string, string, string, string, string, string, string, string, string]
    | [string, string, string, string, string, string, string, string, string, string]
    | [string, string, string, string, string, string, string, string, string, string, string]
    | [string, string, string, string, string, string, string, string, string, string, string, string]
    | [string, string, string, string, string, string, string, string, string, string, string, string, string]
    | [string, string, string, string, string, string, string, string, string, string, string, string, string, string]
    | [
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string
      ]
    | [
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string
      ]
    | [
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string
      ]
    | [
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string
      ]
    | [
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string
      ]
    | [
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string
      ];
  [k: string]: unknown;
}
/**
 * The questions on one record: `updated` is that of the record the desk read, `at` the moment of the review.
 */
export interface Review {
  schema: "rfq-review/1";
  record: string;
  part_number: string;
  revision: string;
  updated: string;
  at: string;
  /**
   * @maxItems 500
   */
  questions: ReviewQuestion[];
  [k: string]: unknown;
}
/**
 * One question, with the item and the field it asks about if there are such; the buyer marks it as answered.
 */
export interface ReviewQuestion {
  item?: string | "";
  field?: string | "";
  text: string;
  answered?: boolean;
  [k: string]: unknown;
}
/**
 * `preflight.yml`: how files are read, and what is said of them.
 */
export interface Preflight {
  unread: string;
  roles: Role[];
  native: Format[];
  meshes: Format[];
  names: FileNameWords;
  drawing_number_words: string[];
  offers: Offer[];
  name_patterns: NamePattern[];
  checks: FileCheck[];
}
/**
 * What a file is for; a name earns a role by a word in it, or else by its ending.
 */
export interface Role {
  id: string;
  label: string;
  extensions: string[];
  words: string[];
  compared: "always" | "never";
}
/**
 * A format that not every desk can use, and what to send instead.
 */
export interface Format {
  id: string;
  label: string;
  extensions: string[];
  instead: string;
}
/**
 * The words that tell a revision in a name or a title block, and those mistaken for one or for a part number.
 */
export interface FileNameWords {
  revision_words: string[];
  version_words: string[];
  not_revisions: string[];
  not_part_numbers: string[];
}
/**
 * What files say, and the detail that it is offered for while that is empty.
 */
export interface Offer {
  fact: "part-number" | "revision" | "unit" | "model-name" | "drawing-name" | "drawing-number";
  fills:
    | "request"
    | "part-number"
    | "revision"
    | "export-control"
    | "cad-file"
    | "drawing-file"
    | "release-reference"
    | "cui"
    | "units"
    | "drawing-number";
}
/**
 * The pieces of a file name in order, up to its ending, and a name that shows them.
 */
export interface NamePattern {
  id: string;
  pieces: ("part-number" | "revision" | "revision-word" | "version" | "version-word" | "word" | "gap" | "underscore")[];
  example: string;
}
/**
 * The words of one check for each result, and the question to ask when it differs, if any.
 */
export interface FileCheck {
  id:
    | "model-present"
    | "drawing-present"
    | "named-files"
    | "part-number-in-names"
    | "part-number-in-model"
    | "part-number-in-drawing"
    | "revision-in-names"
    | "revision-in-model"
    | "revision-in-drawing"
    | "one-revision"
    | "no-duplicates"
    | "not-empty"
    | "whole-files"
    | "contents-fit-names"
    | "units-in-model"
    | "units-in-dxf"
    | "solid-model"
    | "model-is-no-mesh"
    | "open-formats"
    | "readable-pdf"
    | "model-not-older";
  label: string;
  agrees: string;
  differs: string;
  cannot_tell: string;
  ask: string | null;
}
