import { z } from 'zod';
import { difficulties } from '../difficulty.ts';
import { slug } from '../slug.ts';
import { text } from '../text.ts';
import { check } from './check-schema.ts';
import { closeUp } from './close-up.ts';

/** question.yaml: what does not depend on the language. */
export const questionFile = z.strictObject({
  topics: z.array(slug).min(1),
  difficulty: z.enum(difficulties),
  problems: z.array(slug).min(1, 'expected a problem to go on with'),
  updated: z.iso.date(),
});

const httpsUrl = z.url({ protocol: /^https$/, error: 'expected an address with https' });

/** The standard of docs/authoring-questions.md, as far as it can be counted. */
function between<T extends z.ZodType>(least: number, most: number, item: T) {
  const error = `expected ${least} to ${most} of them`;
  return z.array(item).min(least, error).max(most, error);
}

/** The front matter of en.md and zh.md. */
export const textFile = z.strictObject({
  title: text,
  short: text.transform(closeUp),
  key_points: between(6, 9, text),
  wrong_answers: between(4, 8, z.strictObject({ claim: text, why: text })),
  follow_ups: between(4, 8, z.strictObject({ question: text, answer: text })),
  checks: between(3, 8, check).superRefine((checks, { addIssue }) => {
    for (const [i, { id }] of checks.entries()) {
      const first = checks.findIndex((other) => other.id === id);
      if (first < i)
        addIssue({
          code: 'custom',
          path: [i, 'id'],
          message: `expected an id of its own, but checks.${first} is ${id} too`,
        });
    }
  }),
  sources: between(4, 12, z.strictObject({ title: text, url: httpsUrl, note: text })),
});

export type TextFile = z.infer<typeof textFile>;
