import { z } from 'zod';
import { generatorNames, isGeneratorName } from '../generated.ts';
import { parseQuantity } from '../quantity.ts';
import type { Check } from '../question.ts';
import { slug } from '../slug.ts';
import { text } from '../text.ts';

const asked = { id: slug, prompt: text };
const told = z.strictObject({ right: text, wrong: text });

const choice = z
  .strictObject({
    ...asked,
    kind: z.literal('choice'),
    multiple: z.boolean().default(false),
    options: z
      .array(z.strictObject({ text, correct: z.boolean(), feedback: text }))
      .min(2, 'expected at least 2 options'),
  })
  .superRefine(({ options, multiple }, { addIssue }) => {
    const right = options.filter(({ correct }) => correct).length;
    const complain = (message: string) => addIssue({ code: 'custom', path: ['options'], message });
    if (right === 0) complain('expected a right option');
    if (right === options.length) complain('expected a wrong option');
    else if (right > 1 && !multiple)
      complain(`expected one right option, got ${right}; else say multiple: true`);
    else if (right === 1 && multiple)
      complain('expected at least two right options, since it says multiple: true, got 1');
  });

const number = z.strictObject({
  ...asked,
  kind: z.literal('number'),
  answer: z.number(),
  tolerance: z.number().nonnegative(),
  unit: z.string().default(''),
  feedback: told,
});

/** A kB is 2.4 % less than a KiB, a GB 7.4 % less than a GiB. */
const leastApart = 0.02;

const quantity = z
  .strictObject({
    ...asked,
    kind: z.literal('quantity'),
    answer: text,
    tolerance: z
      .string('expected a share such as 1 %')
      .regex(/^\d+(\.\d+)? ?%$/, 'expected a share such as 1 %')
      .transform((share) => Number.parseFloat(share) / 100),
    feedback: told,
  })
  .superRefine(({ answer, tolerance }, { addIssue }) => {
    const complain = (key: string, message: string) => addIssue({ code: 'custom', path: [key], message });
    const parsed = parseQuantity(answer);
    if (parsed === undefined) {
      complain('answer', `expected a number with a unit that is known, such as 1.5 GB, got ${answer}`);
    } else if (parsed.dimension.of === 'count' && !parsed.dimension.perSecond) {
      complain('answer', `expected a unit, got ${answer}; a number without one is of kind number`);
    } else if (parsed.value === 0) {
      complain('answer', 'expected more than nothing: a tolerance is a share of the answer');
    } else if (parsed.dimension.of === 'bytes' && tolerance > leastApart) {
      complain('tolerance', 'expected at most 2 %: with more, kB would pass for KiB');
    }
  });

const order = z
  .strictObject({
    ...asked,
    kind: z.literal('order'),
    steps: z
      .array(z.strictObject({ text, feedback: text }))
      .min(3, 'expected 3 to 8 steps')
      .max(8, 'expected 3 to 8 steps'),
  })
  .superRefine(({ steps }, { addIssue }) => {
    for (const [i, first] of repeated(steps.map((step) => step.text)))
      addIssue({
        code: 'custom',
        path: ['steps', i, 'text'],
        message: `expected a step of its own, but steps.${first} says the same`,
      });
  });

const partner = z
  .string('expected a partner: this pair has none')
  .trim()
  .min(1, 'expected a partner: this pair has none')
  .regex(/^[^`$*[\]\n]+$/, 'expected plain text: it stands in a list to choose from, without markdown');

const match = z
  .strictObject({
    ...asked,
    kind: z.literal('match'),
    pairs: z
      .array(z.strictObject({ left: text, right: partner, feedback: text }))
      .min(3, 'expected 3 to 8 pairs')
      .max(8, 'expected 3 to 8 pairs'),
  })
  .superRefine(({ pairs }, { addIssue }) => {
    for (const [i, first] of repeated(pairs.map(({ left }) => left)))
      addIssue({
        code: 'custom',
        path: ['pairs', i, 'left'],
        message: `expected something of its own, but pairs.${first} has the same`,
      });
    if (new Set(pairs.map(({ right }) => right)).size < 2)
      addIssue({ code: 'custom', path: ['pairs'], message: 'expected at least two different partners' });
  });

const generated = z.strictObject({
  id: slug,
  kind: z.literal('generated'),
  generator: z.string().refine(isGeneratorName, {
    error: ({ input }) => `there is no generator ${input}: there are ${generatorNames.join(', ')}`,
  }),
});

export const check: z.ZodType<Check> = z.discriminatedUnion(
  'kind',
  [choice, number, quantity, order, match, generated],
  'expected choice, number, quantity, order, match or generated',
);

/** Where something stands a second time, and where first. */
function repeated(texts: string[]): [number, number][] {
  return texts.flatMap((one, i): [number, number][] => {
    const first = texts.indexOf(one);
    return first < i ? [[i, first]] : [];
  });
}
