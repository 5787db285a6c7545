/** The client's words for what crosses from Python; the shapes are made from the models there. */

import type { Answer, FieldColumn, Record as RfqRecord } from "./generated.ts";

export type {
  Answer, Build, Checklist, Condition, Field, FieldColumn as Column, FileEntry, Guide, Item, LevelColumn, Option, Outcome,
  Record as RfqRecord, Review, ReviewQuestion, Row, Rule, Words,
} from "./generated.ts";

export type Status = Answer["status"];
export type ColumnKind = FieldColumn["kind"];
export type Values = RfqRecord["values"];
export type Value = Values[string];
export type Answers = RfqRecord["answers"];
