/** Where a part is: the stage that its levels give, and the columns that hold it back. */

import { ownEntry } from "../text/own-entry.ts";
import type { GuideIndex } from "../record/guide-index.ts";
import type { LevelColumn } from "../record/types.ts";

/** A column that keeps a part at its stage, and the words of the next level as the step to take. */
export interface LimitingLevel { column: LevelColumn; step: string }

/** What the picked levels say; `stage` is null until one that decides is picked, and final when none of these is unpicked. */
export interface LevelResult {
  stage: string | null; label: string; picked: number; unpicked: LevelColumn[]; limiting: LimitingLevel[];
  /** What a level that decides nothing, and is behind, means for the request. */
  informs: string[];
}

/** Whether every column that decides has a level: what is read before that may still turn out earlier. */
export function isComplete(result: LevelResult): boolean {
  return result.stage !== null && result.unpicked.length === 0;
}

/** The index of the part's stage on the path, by the earliest level picked of those that decide; -1 where none is. */
export function indexOfPart(guide: GuideIndex, levels: Record<string, string>): number {
  const picked = guide.levels.filter(decides).map(({ id }) => guide.stageIndex(ownEntry(levels, id))).filter((index) => index >= 0);
  return picked.length > 0 ? Math.min(...picked) : -1;
}

/** The earliest level picked is the stage: the weakest column decides. */
export function levelResult(guide: GuideIndex, levels: Record<string, string>): LevelResult {
  const columns = guide.levels.map((column) => ({ column, index: guide.stageIndex(ownEntry(levels, column.id)) }));
  const deciding = columns.filter(({ column }) => decides(column));
  const part = indexOfPart(guide, levels);
  const stage = guide.stages[part]?.id ?? null;
  return {
    stage,
    label: guide.stageLabel(stage),
    picked: columns.filter(({ index }) => index >= 0).length,
    unpicked: deciding.filter(({ index }) => index < 0).map(({ column }) => column),
    limiting: deciding
      .filter(({ index }) => index === part && index >= 0 && index < guide.stages.length - 1)
      .map(({ column }) => ({ column, step: column.levels[part + 1]! })),
    informs: columns
      .filter(({ column, index }) => !decides(column) && index >= 0 && index < part)
      .map(({ column }) => column.informs ?? ""),
  };
}

function decides({ decides }: LevelColumn): boolean {
  return decides !== "never";
}
