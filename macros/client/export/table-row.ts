/** A row of the table that CSV and the spreadsheet are made of. */

import type { Status } from "../record/types.ts";

/** One row; `list` and `item` are ids as in a record, `subject` is the name of what it is about, a date is ISO text. */
export interface TableRow {
  list: string; item: string; subject: string; status: Status | "";
  detail: string; value: string | number; unit: string; note: string; date: boolean;
}

/** A row of a list with all that it does not say left empty. */
export function rowOf(list: string, part: Partial<TableRow>): TableRow {
  return { list, item: "", subject: "", status: "", detail: "", value: "", unit: "", note: "", date: false, ...part };
}
