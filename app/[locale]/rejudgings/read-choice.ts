import { verdictCodes } from '#judge/verdict.ts';
import type { ChosenBy } from './rejudging-client.ts';

/** What a form says, by its fields' names; times as `datetime-local` writes them, on the reader's own clock. */
export type FormSays = Record<string, unknown>;

/** What is left empty is no condition. */
export function readChoice(says: FormSays): ChosenBy {
  const text = (name: string) => {
    const value = says[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const marked = Array.isArray(says['verdicts']) ? says['verdicts'] : [];
  const verdicts = verdictCodes.filter((code) => marked.includes(code));
  const [since, until] = [isoTime(text('since')), isoTime(text('until'))];
  return {
    ...(text('problem') && { problem: text('problem') }),
    ...(text('version') && { version: text('version') }),
    ...(verdicts.length > 0 && { verdicts }),
    ...(since && { since }),
    ...(until && { until }),
    ...(text('user') && { user: text('user') }),
    ...(text('submission') && { submissions: [text('submission')] }),
  };
}

function isoTime(local: string): string | undefined {
  const time = new Date(local);
  return local === '' || Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}
