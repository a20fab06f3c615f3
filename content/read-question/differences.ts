import type { Check, QuestionText } from '../question.ts';

/** Where the two languages say different things: counts, checks, right answers, sources. */
export function differences(en: QuestionText, zh: QuestionText): string[] {
  const counts = (['keyPoints', 'wrongAnswers', 'followUps', 'sources'] as const).flatMap((key) =>
    en[key].length === zh[key].length
      ? []
      : [`${names[key]}: expected ${en[key].length} as in en.md, got ${zh[key].length}`],
  );
  const urls = en.sources.flatMap(({ url }, i) =>
    zh.sources[i]?.url === url ? [] : [`sources.${i}: expected ${url} as in en.md`],
  );
  return [...counts, ...(counts.length > 0 ? [] : urls), ...checkDifferences(en.checks, zh.checks)];
}

const names = {
  keyPoints: 'key_points',
  wrongAnswers: 'wrong_answers',
  followUps: 'follow_ups',
  sources: 'sources',
} as const;

function checkDifferences(en: Check[], zh: Check[]): string[] {
  const ids = (checks: Check[]) => checks.map(({ id }) => id).join(', ');
  if (ids(en) !== ids(zh)) return [`checks: expected ${ids(en)} as in en.md, got ${ids(zh)}`];
  return en.flatMap((check, i) => {
    const other = zh[i];
    return other && answerOf(check) === answerOf(other)
      ? []
      : [`checks.${check.id}: the right answer differs from en.md`];
  });
}

function answerOf(check: Check): string {
  return check.kind === 'number'
    ? `${check.answer} ± ${check.tolerance} ${check.unit}`
    : `${check.multiple} ${check.options.map(({ correct }) => correct).join()}`;
}
