/**
 * Days as a person counts them: by the calendar of their time zone, and a night that goes on past midnight still belongs
 * to the day before. Days are written `2026-01-31`, so that their order is that of text.
 */

/** The hour, on the clock on the wall, at which a day begins. */
const rolloverHour = 4;
const dayMs = 86_400_000;

/** The day that a moment belongs to. */
export function dayOf(at: Date, timeZone: string): string {
  const parts = clockOf(timeZone).formatToParts(at);
  const read = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? '';
  const date = `${read('year')}-${read('month')}-${read('day')}`;
  // By the wall clock, and not four hours earlier: where clocks are set forward or back, those differ.
  return Number(read('hour')) < rolloverHour ? addDays(date, -1) : date;
}

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * dayMs).toISOString().slice(0, 10);
}

/** How many days `to` comes after `from`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

/**
 * Whether a day or moment, ISO 8601, lies in years that a device's clock can show: 1970, where one begins that has lost
 * its time, to 2099, where those for two digits end. Postgres has no year 0.
 */
export function isInReach(text: string): boolean {
  return /^(19[7-9]|20\d)\d-/.test(text);
}

/** Whether this is the name of a time zone (IANA), which an offset such as `+08:00` is not. */
export function isTimeZone(text: string): boolean {
  if (!/^[a-z]/i.test(text)) return false;
  try {
    clockOf(text);
    return true;
  } catch {
    return false;
  }
}

// Making one takes some fifty times as long as asking it. Names come from outside: there are some six hundred, and more
// spellings of them.
const clocks = new Map<string, Intl.DateTimeFormat>();
const maxClocks = 1000;

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
  });
  const oldest = clocks.size < maxClocks ? undefined : clocks.keys().next().value;
  if (oldest !== undefined) clocks.delete(oldest);
  clocks.set(timeZone, clock);
  return clock;
}
