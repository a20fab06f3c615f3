import { loadGenerator } from '#content/generated.ts';
import type { Check, Locale } from '#content/question.ts';
import { seedOf } from '#content/random.ts';

/** A check whose numbers are known. */
export type FixedCheck = Exclude<Check, { kind: 'generated' }>;

/** Where a check is asked: fresh numbers are drawn once for it, and are the same after a reload and in the report. */
type Asked = { locale: Locale; mockId: string; place: number };

/** A check as one mock interview asks it: one with fresh numbers becomes a number with its unit. */
export async function fixNumbers(check: Check, { locale, mockId, place }: Asked): Promise<FixedCheck> {
  if (check.kind !== 'generated') return check;
  const generate = await loadGenerator(check.generator);
  // As many as can be asked for by their number on the question's page.
  const variant = generate(1 + (seedOf(`${mockId} ${place}`) % 99_999));
  const { prompt, solution } = variant[locale];
  const worked = solution.map((line) => `- ${plain(line)}`).join('\n');
  return {
    id: check.id,
    kind: 'quantity',
    prompt: plain(prompt),
    answer: `${variant.answer} ${variant.unit}`,
    tolerance: variant.tolerance,
    feedback: { right: worked, wrong: worked },
  };
}

/** Generators write plain text; markdown would take some of it for more. */
function plain(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>$#~|]/g, '\\$&');
}
