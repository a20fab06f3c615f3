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

const option = z.strictObject({ text, correct: z.boolean(), feedback: text });
const choice = z
  .strictObject({
    id: slug,
    kind: z.literal('choice'),
    multiple: z.boolean().default(false),
    prompt: text,
    options: z.array(option).min(2),
  })
  .refine(({ options }) => options.some(({ correct }) => correct), 'expected a right option')
  .refine(
    ({ options, multiple }) => multiple || options.filter(({ correct }) => correct).length < 2,
    'expected one right option, or multiple: true',
  );
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
  key_points: z.array(text).min(4),
  wrong_answers: z.array(z.strictObject({ claim: text, why: text })).min(2),
  follow_ups: z.array(z.strictObject({ question: text, answer: text })).min(2),
  checks: z.array(check).min(2),
  sources: z.array(z.strictObject({ title: text, url: z.url({ protocol: /^https$/ }), note: text })).min(2),
});

export type TextFile = z.infer<typeof textFile>;
