import { parseNumber } from '#content/parse-number.ts';
import { gradeQuantity, parseQuantity } from '#content/quantity.ts';
import type { Check } from '#content/question.ts';
import { shownPartners, shownSteps } from '../[locale]/questions/shown-places.ts';
import type { FixedCheck } from './fix-numbers.ts';

/**
 * Of a choice the options' indexes. Of an order the steps as they were put, of a match the partner of each pair (from 1, 0
 * for none), both by the places at which they were shown: what is right does not follow from those. Else what was typed.
 */
export type CheckAnswer = { chosen: number[] } | { text: string };

export type Mark = 'right' | 'wrong' | 'unanswered';

/** Whether a check was answered rightly, by the same rules as on its question's page. */
export function markCheck(check: FixedCheck, answer: CheckAnswer | null): Mark {
  if (answer === null) return 'unanswered';
  if ('text' in answer) return answer.text.trim() === '' ? 'unanswered' : markText(check, answer.text);
  return answer.chosen.length === 0 ? 'unanswered' : markChosen(check, answer.chosen);
}

function markText(check: FixedCheck, text: string): Mark {
  switch (check.kind) {
    case 'number': {
      const given = parseNumber(text);
      return markOf(given !== undefined && Math.abs(given - check.answer) <= check.tolerance);
    }
    case 'quantity': {
      const answer = parseQuantity(check.answer);
      return markOf(answer !== undefined && gradeQuantity(text, answer, check.tolerance).kind === 'right');
    }
    default:
      return 'unanswered';
  }
}

function markChosen(check: FixedCheck, chosen: readonly number[]): Mark {
  switch (check.kind) {
    case 'choice':
      return markOf(check.options.every(({ correct }, index) => correct === chosen.includes(index)));
    case 'order':
      return markOf(putSteps(check, chosen).every((step, place) => step === place));
    case 'match':
      return markOf(
        chosenPartners(check, chosen).every((partner, index) => partner === check.pairs[index]?.right),
      );
    default:
      return 'unanswered';
  }
}

/** The steps in the order in which they were put, by their right places; undefined where there is none. */
export function putSteps(
  check: Extract<Check, { kind: 'order' }>,
  chosen: readonly number[],
): (number | undefined)[] {
  const shown = shownSteps(check);
  return shown.map((_step, place) => shown[chosen[place] ?? -1]);
}

/** What was chosen for each pair; undefined where nothing was. */
export function chosenPartners(
  check: Extract<Check, { kind: 'match' }>,
  chosen: readonly number[],
): (string | undefined)[] {
  const partners = shownPartners(check);
  return check.pairs.map((_pair, index) => partners[(chosen[index] ?? 0) - 1]);
}

function markOf(right: boolean): Mark {
  return right ? 'right' : 'wrong';
}
