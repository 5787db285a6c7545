/** The verdict on a record: what can go out under its request, and what holds it. */

import type { GuideIndex } from "../record/guide-index.ts";
import type { Item, Link, Outcome, Wording } from "../record/types.ts";
import { type FieldState, isLacking } from "./asked-fields.ts";
import type { OpenLock } from "./locks.ts";

/** A lock that does not hold, what that leads to, and in words what it lacks. */
export interface Blocker { ref: string; item: Item; outcome: Outcome["id"]; text: string }

/** The words that stand first, and where to go next. */
export interface VerdictWords { id: Outcome["id"]; label: string; text: string; next: Link }

/** The outcome in words, and the blockers that cause it, the most cautious first. */
export interface Verdict { outcome: VerdictWords; blockers: Blocker[] }

/** What a verdict is made of beside the guide: the open locks by caution, whether nothing is entered or something questioned. */
interface VerdictBasis {
  request: string; isBlank: boolean; locks: OpenLock[]; fields: ReadonlyMap<string, FieldState>; isQuestioned: boolean; first: Link;
}

/** The locks with the most cautious first; those that were ticked come after all that are open. */
export function byCaution(guide: GuideIndex, locks: OpenLock[]): OpenLock[] {
  const caution = new Map(guide.outcomes.map(({ id }, index) => [id, index]));
  const weight = ({ status, reason }: OpenLock): number => (status === "done" ? -1 : caution.get(reason.outcome)!);
  return [...locks].sort((one, other) => weight(other) - weight(one));
}

/** The first that holds: blank, ticked over what is lacking, the gravest open lock, short of answers, in doubt, ready. */
export function verdictOn(guide: GuideIndex, basis: VerdictBasis): Verdict {
  const { locks } = basis;
  const id = outcomeOf(locks, basis);
  const deciding = locks.filter(({ status, reason }) => id === "ticked" || (status !== "done" && reason.outcome === id));
  const missing = id === "ticked" ? new Set(locks.flatMap(({ lacking }) => lacking.map(({ field }) => field.id))).size : answersLacking(basis.fields);
  const wording = wordsFor(guide.outcome(id), basis.request);
  const filledIn = (text: string): string => text
    .replaceAll("{missing}", String(missing))
    .replaceAll("{items}", deciding.map(({ item }) => item.label).join(", "));
  return {
    outcome: {
      id,
      label: filledIn(missing === 1 ? wording.label_one ?? wording.label : wording.label),
      text: filledIn(wording.text),
      next: deciding.map(({ reason }) => reason.next).find((link) => id !== "ticked" && link) ?? wording.next ?? basis.first,
    },
    blockers: locks.map(({ ref, item, status, reason, lacking }) =>
      ({ ref, item, outcome: status === "done" ? "ticked" : reason.outcome, text: describeLack(status === "done", lacking) })),
  };
}

function outcomeOf([gravest, ...others]: OpenLock[], { isBlank, fields, isQuestioned }: VerdictBasis): Outcome["id"] {
  if (isBlank) return "blank";
  if (gravest) return [gravest, ...others].every(({ status }) => status === "done") ? "ticked" : gravest.reason.outcome;
  if ([...fields.values()].some(isLacking)) return "short";
  return isQuestioned ? "doubtful" : "ready";
}

/** How many answers are lacking: blanks, vague texts, cells that rows should fill, and a link's words that nobody has confirmed. */
function answersLacking(fields: ReadonlyMap<string, FieldState>): number {
  let lacking = 0;
  for (const { asked, missing, unconfirmed, vague, gaps } of fields.values()) {
    lacking += Number(missing) + Number(asked && unconfirmed) + vague.length + gaps.length;
  }
  return lacking;
}

function wordsFor({ words, by_request }: Outcome, request: string): Wording {
  return words ?? by_request![request] ?? Object.values(by_request!)[0]!;
}

function describeLack(isTicked: boolean, lacking: FieldState[]): string {
  if (lacking.length === 0) return "not marked as settled";
  const labels = (of: FieldState[]): string => of.map(({ field }) => field.label).join(", ");
  const missing = lacking.filter((state) => state.missing);
  const inexact = lacking.filter(({ vague, gaps }) => vague.length + gaps.length > 0);
  const linked = lacking.filter(({ unconfirmed }) => unconfirmed);
  const parts = ([["missing", missing], ["not exact", inexact], ["not confirmed", linked]] as const)
    .filter(([, states]) => states.length > 0).map(([word, states]) => `${word}: ${labels(states)}`);
  return `${isTicked ? "ticked, but " : ""}${parts.join("; ")}`;
}
