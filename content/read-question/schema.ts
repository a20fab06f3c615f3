import { z } from 'zod';
import type { Check } from '../question.ts';

const text = z.string().trim().min(1, 'expected some text');
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case words joined by hyphens');

/** question.yaml: what does not depend on the language. */
export const questionFile = z.strictObject({
  topics: z.array(slug).min(1),
  difficulty: z.enum(['easy', 'medium', 'hard']),
  problems: z.array(slug),
  updated: z.iso.date(),
});

const httpsUrl = z.url({ protocol: /^https$/, error: 'expected an address with https' });

/** The standard of docs/authoring-questions.md, as far as it can be counted. */
function between<T extends z.ZodType>(least: number, most: number, item: T) {
  const error = `expected ${least} to ${most} of them`;
  return z.array(item).min(least, error).max(most, error);
}

const option = z.strictObject({ text, correct: z.boolean(), feedback: text });
const choice = z
  .strictObject({
    id: slug,
    kind: z.literal('choice'),
    multiple: z.boolean().default(false),
    prompt: text,
    options: z.array(option).min(2, 'expected at least 2 options'),
  })
  .superRefine(({ options, multiple }, { addIssue }) => {
    const right = options.filter(({ correct }) => correct).length;
    const complain = (message: string) => addIssue({ code: 'custom', path: ['options'], message });
    if (right === 0) complain('expected a right option');
    if (right === options.length) complain('expected a wrong option');
    else if (right > 1 && !multiple)
      complain(`expected one right option, got ${right}; else say multiple: true`);
  });
const number = z.strictObject({
  id: slug,
  kind: z.literal('number'),
  prompt: text,
  answer: z.number(),
  tolerance: z.number().nonnegative(),
  unit: z.string().default(''),
  feedback: z.strictObject({ right: text, wrong: text }),
});
const check: z.ZodType<Check> = z.union([choice, number]);

/** The front matter of en.md and zh.md. */
export const textFile = z.strictObject({
  title: text,
  short: text,
  key_points: between(6, 9, text),
  wrong_answers: between(4, 8, z.strictObject({ claim: text, why: text })),
  follow_ups: between(4, 8, z.strictObject({ question: text, answer: text })),
  checks: between(3, 5, check).superRefine((checks, { addIssue }) => {
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
