/** Brings a record that was saved before an id moved up to date, once, when it is first in use. */

import { migrate } from "../record/migrate.ts";
import type { Session } from "./session.ts";

/** Follows the store of a session, whichever record is in use. */
export function migrateInUse({ store, guide }: Session): void {
  const update = (): void => {
    if (migrate(store.record, guide) !== store.record) store.edit((record) => migrate(record, guide));
  };
  store.subscribe(update);
  update();
}
