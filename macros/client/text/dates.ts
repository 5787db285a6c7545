/** Days as a record holds them, in ISO text. */

/** The day at midnight, UTC; null for text that names no day of the calendar. */
export function dayOf(text: string): Date | null {
  const day = new Date(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : Number.NaN);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? day : null;
}
