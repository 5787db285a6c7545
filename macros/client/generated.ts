// Made from the Python models by `make bundle`; change those instead.

/**
 * Everything that crosses from Python to the client, for its types.
 */
export interface Client {
  guide: Guide;
  record: Record;
  review: Review;
  preflight: Preflight;
}
/**
 * Everything that `summarise` reads beside the record.
 */
export interface Guide {
  version: string;
  supplier: string | null;
  upload: string | null;
  stages: Option[];
  levels: LevelColumn[];
  fields: Field[];
  checklists: Checklist[];
  outcomes: Outcome[];
  blank: Wording;
  doubtful: Wording | null;
  roles: Option[];
  contradictions: Rule[];
  unmarked: string;
  moved_items: {
    [k: string]: string;
  };
  moved_fields: {
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
 * A column of the transition matrix that a reader picks a level in; one cell for each stage, earliest first.
 */
export interface LevelColumn {
  id: string;
  label: string;
  cells: string[];
}
/**
 * A field as the client knows it: enough to show, to sum up and to ask for its value.
 */
export interface Field {
  id: string;
  label: string;
  kind: "text" | "long-text" | "integer" | "date" | "choice" | "many" | "rows";
  required: boolean;
  compared: boolean;
  unit: string | null;
  options: Option[];
  columns: FieldColumn[];
  ask: string;
}
/**
 * One column of a field of kind `rows`.
 */
export interface FieldColumn {
  id: string;
  label: string;
  kind: "text" | "integer" | "number" | "date";
  unit: string | null;
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
  if_open: ("ready" | "settle" | "review" | "prototype") | null;
  fields: string[];
  text: string;
}
/**
 * An outcome of a verdict.
 */
export interface Outcome {
  label: string;
  text: string;
  next_label: string;
  next_url: string;
  next_page: string | null;
  id: "ready" | "settle" | "review" | "prototype";
}
/**
 * Words with their next step: the address to write down, and the page from the site's root if it is one.
 */
export interface Wording {
  label: string;
  text: string;
  next_label: string;
  next_url: string;
  next_page: string | null;
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
 * One test on one subject of a record: a field, an item, a checklist or the stage.
 */
export interface Condition {
  field: string | null;
  item: string | null;
  checklist: string | null;
  stage: "record" | null;
  test: "empty" | "filled" | "is" | "is-not" | "above-every" | "has-open" | "at-least" | "beyond-levels";
  value: string | null;
  than: string | null;
}
/**
 * Everything a reader entered for one part: the file they save and send.
 */
export interface Record {
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
 * A frozen copy of values and answers, kept when a build was made.
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
 * One question, with the item it asks about if there is one; the buyer marks it as answered.
 */
export interface ReviewQuestion {
  item?: string | "";
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
  names: Names;
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
export interface Names {
  revision_words: string[];
  not_revisions: string[];
  not_part_numbers: string[];
}
/**
 * The pieces of a file name in order, up to its ending, and a name that shows them.
 */
export interface NamePattern {
  id: string;
  pieces: ("part-number" | "revision" | "revision-word" | "gap" | "underscore")[];
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
