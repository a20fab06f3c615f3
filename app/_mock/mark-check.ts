import { parseNumber } from '#content/parse-number.ts';
import type { Check } from '#content/question.ts';

/** Of a choice the options' indexes; of a number what was typed. */
export type CheckAnswer = { chosen: number[] } | { text: string };

export type Mark = 'right' | 'wrong' | 'unanswered';

/** The kinds of checks that a mock interview asks. */
const asked = ['choice', 'number'];

export function isAsked({ kind }: Pick<Check, 'kind'>): boolean {
  return asked.includes(kind);
}

/** Whether a check was answered rightly, by the same rules as on its question's page. */
export function markCheck(check: Check, answer: CheckAnswer | null): Mark {
  if (answer === null) return 'unanswered';
  if (check.kind === 'choice' && 'chosen' in answer && answer.chosen.length > 0) {
    const { chosen } = answer;
    const right = check.options.every(({ correct }, index) => correct === chosen.includes(index));
    return right ? 'right' : 'wrong';
  }
  if (check.kind === 'number' && 'text' in answer && answer.text.trim() !== '') {
    const given = parseNumber(answer.text);
    return given !== undefined && Math.abs(given - check.answer) <= check.tolerance ? 'right' : 'wrong';
  }
  return 'unanswered';
}
