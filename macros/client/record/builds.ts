/** Builds: frozen copies of what a record said when parts were made. */

import { unused } from "../text/unused-name.ts";
import type { GuideIndex } from "./guide-index.ts";
import type { Build, RfqRecord } from "./types.ts";

/** The record with a copy of its values and answers kept under a name; what nobody has confirmed of it stays marked. */
export function withBuild(record: RfqRecord, name: string, at: string): RfqRecord {
  const { stage, values, answers, na, unconfirmed } = structuredClone(record);
  const marks = unconfirmed?.length ? { unconfirmed } : {};
  // Made twice to what is stored, it is one build.
  const others = record.builds.filter((each) => each.at !== at);
  return { ...record, updated: at, builds: [...others, { name, stage, at, values, answers, ...(na ? { na } : {}), ...marks }] };
}

/** The record with a build under another name; a build is known by its moment. */
export function withBuildNamed(record: RfqRecord, moment: string, name: string, at: string): RfqRecord {
  return { ...record, updated: at, builds: record.builds.map((build) => (build.at === moment ? { ...build, name } : build)) };
}

/** The record without a build. */
export function withoutBuild(record: RfqRecord, moment: string, at: string): RfqRecord {
  return { ...record, updated: at, builds: record.builds.filter((build) => build.at !== moment) };
}

/** The record with a build that was removed, back in the order of time. */
export function withBuildBack(record: RfqRecord, build: Build, at: string): RfqRecord {
  const builds = [...record.builds.filter((each) => each.at !== build.at), build];
  return { ...record, updated: at, builds: builds.sort((one, other) => (one.at < other.at ? -1 : 1)) };
}

/** The build made last, on which "what changed" is based. */
export function lastBuild(record: RfqRecord): Build | undefined {
  return record.builds.reduce<Build | undefined>((last, build) => (last && last.at > build.at ? last : build), undefined);
}

/** A name for the next build: the revision if it has one that no build bears yet. */
export function nameForBuild(guide: GuideIndex, record: RfqRecord): string {
  const revision = guide.known.textOf(record, "revision");
  const name = revision ? `Rev ${revision}` : `Build ${record.builds.length + 1}`;
  return unused(name, (each) => record.builds.some((build) => build.name === each));
}
