/** Where a part is: the stage that its levels give, and the columns that hold it back. */

import { own } from "./entries.ts";
import type { GuideIndex } from "./guide.ts";
import type { LevelColumn } from "./types.ts";

/** A column that keeps a part at its stage, and the words of the next level as the step to take. */
export interface Holding { column: LevelColumn; step: string }

/** What the picked levels say; `stage` is null until one is picked, and final when none is `open`. */
export interface LevelReading { stage: string | null; label: string; picked: number; open: LevelColumn[]; holding: Holding[] }

/** Whether every column has a level: what is read before that may still turn out earlier. */
export function isWhole(reading: LevelReading): boolean {
  return reading.stage !== null && reading.open.length === 0;
}

/** The earliest level picked is the stage: the weakest column decides. */
export function readLevels(guide: GuideIndex, levels: Record<string, string>): LevelReading {
  const { stages, levels: columns } = guide.guide;
  const places = columns.map((column) => ({ column, place: guide.stagePlace(own(levels, column.id)) }));
  const picked = places.filter(({ place }) => place >= 0);
  const earliest = Math.min(...picked.map(({ place }) => place));
  const stage = picked.length > 0 ? stages[earliest]!.id : null;
  const isLast = earliest === stages.length - 1;
  return {
    stage,
    label: guide.stageLabel(stage),
    picked: picked.length,
    open: places.filter(({ place }) => place < 0).map(({ column }) => column),
    holding: isLast ? [] : picked
      .filter(({ place }) => place === earliest)
      .map(({ column }) => ({ column, step: column.cells[earliest + 1]! })),
  };
}
