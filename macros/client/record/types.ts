/** The client's words for what crosses from Python; the shapes are made from the models there. */

import type { Answer, Column, RfqRecord } from "./generated.ts";

export type {
  Answer, Build, Chapter, Checklist, Condition, Field, Column, FileEntry, Guide, Item, LevelColumn, Link, Option, Outcome,
  Reason, RfqRecord, Review, ReviewQuestion, Row, Rule, TitleCell, VagueWords, Wording, Words,
} from "./generated.ts";

export type Status = Answer["status"];
export type ColumnKind = Column["kind"];
export type Values = RfqRecord["values"];
export type Value = Values[string];
export type Answers = RfqRecord["answers"];
