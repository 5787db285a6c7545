/** Checks the files of a record against it; it lives as long as the tab, since pages without the list ask it too. */

import { checkedFile } from "../../client/files/findings.ts";
import { type Check, preflight, questionsOf } from "../../client/files/preflight.ts";
import type { Reading } from "../../client/files/reading.ts";
import type { Preflight } from "../../client/generated.ts";
import { contentOf } from "../../client/package/held.ts";
import type { Question } from "../../client/questions.ts";
import type { FileQuestions } from "../../client/session.ts";
import type { FileEntry, RfqRecord } from "../../client/types.ts";
import type { Readings } from "./readings.ts";

/** The checks of any record, and what they leave to ask. */
export class Examiner implements FileQuestions {
  readonly #data: Preflight;
  readonly #store: { record: RfqRecord };
  readonly #readings: Readings;
  readonly #label: (field: string) => string;
  #made = "";
  #checks: Check[] = [];

  constructor(data: Preflight, store: { record: RfqRecord }, readings: Readings, label: (field: string) => string) {
    this.#data = data;
    this.#store = store;
    this.#readings = readings;
    this.#label = label;
  }

  /** The checks of a record; made again only when what they compare changed. */
  checks(record: RfqRecord): Check[] {
    const { files, values } = record;
    const made = JSON.stringify([files, values, this.#readings.count]);
    if (made === this.#made) return this.#checks;
    const checked = files.map((entry) => checkedFile(entry, this.#readings.of(entry)));
    this.#checks = preflight(this.#data, record, checked, this.#label);
    this.#made = made;
    return this.#checks;
  }

  questions(record: RfqRecord): Question[] {
    return questionsOf(this.checks(record));
  }

  /** What was read of a file. */
  readingOf(entry: FileEntry): Reading | undefined {
    return this.#readings.of(entry);
  }

  /** Reads what of the record's files is at hand and not read yet. */
  begin(): void {
    for (const entry of this.#store.record.files) {
      const content = contentOf(entry);
      if (content) this.#readings.begin(entry, content);
    }
  }

  read(): Promise<void> {
    this.begin();
    return this.#readings.done();
  }
}
