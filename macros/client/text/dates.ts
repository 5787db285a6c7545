/** Days and moments as a record holds them, in ISO text. */

/** The day at midnight, UTC; null for text that names no day of the calendar. */
export function dayOf(text: string): Date | null {
  const day = new Date(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : Number.NaN);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? day : null;
}

/** How long a browser keeps what may be wanted again, in milliseconds. */
export const THIRTY_DAYS = 30 * 24 * 60 * 60 * 1000;

/** The last moment of the year 9999, in milliseconds: a later one is told with more digits. */
const LATEST = 253402300799999;

/** Now, or right after an earlier moment where the clock was set back since: what is entered later is never told to be older. */
export function momentAfter(earlier: string, now: string): string {
  const before = Date.parse(earlier);
  return before > Date.parse(now) && before < LATEST ? new Date(before + 1).toISOString() : now;
}
