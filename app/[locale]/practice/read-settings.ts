import { isInReach, isTimeZone } from '#app/_practice/calendar.ts';
import type { PracticeSettings } from '#app/_practice/plan.ts';

export type Fault = 'newPerDay' | 'reviewsPerDay' | 'timeZone' | 'interviewOn';

/** What the form says, and what of it can't be. */
export function readSettings(form: FormData): { settings: PracticeSettings; faults: Fault[] } {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const settings = {
    newPerDay: count(text('newPerDay')),
    reviewsPerDay: count(text('reviewsPerDay')),
    timeZone: text('timeZone'),
    interviewOn: text('interviewOn') || null,
  };
  const faults: Fault[] = [];
  if (!(settings.newPerDay <= 100)) faults.push('newPerDay');
  if (!(settings.reviewsPerDay <= 1000)) faults.push('reviewsPerDay');
  if (!isTimeZone(settings.timeZone)) faults.push('timeZone');
  if (settings.interviewOn !== null && !isInReach(settings.interviewOn)) faults.push('interviewOn');
  return { settings, faults };
}

/** NaN for what is no whole number. */
function count(text: string): number {
  return /^\d{1,5}$/.test(text.normalize('NFKC')) ? Number(text.normalize('NFKC')) : Number.NaN;
}
