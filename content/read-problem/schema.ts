import { z } from 'zod';
import { difficulties } from '../difficulty.ts';
import type { Limits, Misconception, ReasonedMutants, Tolerance, ToleranceRules } from '../problem.ts';
import { slug } from '../slug.ts';
import { text } from '../text.ts';

const localized = z.strictObject({ en: text, zh: text });

const tolerance: z.ZodType<Tolerance> = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('exact') }),
    z.strictObject({
      kind: z.literal('allclose'),
      rtol: z.number().nonnegative(),
      atol: z.number().nonnegative(),
      nan: z.enum(['reject', 'equal']).default('reject'),
    }),
    z.strictObject({
      kind: z.literal('rounded'),
      tie: z.number().min(0).lt(0.5),
      dtype: z.enum(['Int8Array', 'Uint8Array', 'Int16Array', 'Int32Array']),
    }),
    z.strictObject({ kind: z.literal('structure') }),
  ],
  { error: 'expected one of exact, allclose, rounded, structure' },
);

/** One rule for all, or a default and rules by field. */
export const toleranceRules: z.ZodType<ToleranceRules> = z.union([
  tolerance.transform((rule) => ({ default: rule, fields: {} })),
  z.strictObject({ default: tolerance, fields: z.record(z.string(), tolerance) }),
]);

const limits = z
  .strictObject({
    time_ms: z.int().min(10).max(60_000),
    wall_ms: z.int().min(10).max(120_000),
    memory_mib: z.int().min(16).max(4096),
    output_kib: z.int().min(1).max(65_536),
    code_kib: z.int().min(1).max(128),
  })
  .transform(
    (given): Limits => ({
      timeMs: given.time_ms,
      wallMs: given.wall_ms,
      memoryMiB: given.memory_mib,
      outputKiB: given.output_kib,
      codeKiB: given.code_kib,
    }),
  );

export const problemFile = z.strictObject({
  problem_format_version: z.literal('2025-09-whetstone'),
  uuid: z.uuid(),
  name: z.partialRecord(z.enum(['en', 'zh']), text),
  difficulty: z.enum(difficulties),
  topics: z.array(slug).min(1),
  source: text.nullable(),
  license: text,
  credits: z.array(text).min(1),
  limits,
  tolerance: toleranceRules,
  runtime: z.enum(['plain', 'tf']),
  entry_points: z.array(z.string().regex(/^[A-Za-z_$][\w$]*$/, 'expected the name of a function')).min(1),
});

export const groupFile = z.strictObject({
  name: localized,
  points: z.int().min(0).max(100).default(0),
  full_feedback: z.boolean().default(false),
  validator: z.boolean().default(false),
  tolerance: toleranceRules.optional(),
});

const told = { hint: localized.nullable().default(null), description: localized.nullable().default(null) };

// YAML has sets and bytes besides, and lists that hold themselves.
const plainValue = z
  .unknown()
  .refine(
    (value) => isPlain(value),
    'expected null, true, false, numbers, text, and lists and mappings of them',
  );

function isPlain(value: unknown, within: readonly unknown[] = []): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (within.includes(value)) return false;
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.values(value).every((inner) => isPlain(inner, [...within, value]));
}

export const caseFile = z.union([
  z.strictObject({
    args: plainValue.refine((args) => args !== undefined, 'expected args, or a generator'),
    ...told,
  }),
  z.strictObject({
    generator: slug,
    seed: z
      .int()
      .min(0)
      .max(2 ** 32 - 1),
    params: z.record(z.string(), plainValue).default({}),
    ...told,
  }),
]);

const misconception: z.ZodType<Misconception> = z.strictObject({
  id: slug,
  title: localized,
  message: localized,
  question: slug.nullable().default(null),
});

const submissionEntry = z.strictObject({
  permitted: z
    .array(z.enum(['AC', 'WA', 'TLE', 'MLE', 'OLE', 'RTE', 'CE']))
    .min(1)
    .optional(),
  required: z.array(z.string()).default([]),
  message: text.nullable().default(null),
  misconception: misconception.nullable().default(null),
});

const reasonedMutants: z.ZodType<ReasonedMutants> = z.strictObject({
  file: text,
  mutants: z.array(text).min(1),
  reason: text,
});

/** An entry a submission, by its path, and two keys that no submission can have. */
export const submissionsFile = z
  .object({
    equivalent_mutants: z.array(reasonedMutants).default([]),
    surviving_mutants: z.array(reasonedMutants).default([]),
  })
  .catchall(submissionEntry)
  .transform(({ equivalent_mutants: equivalentMutants, surviving_mutants: survivingMutants, ...listed }) => ({
    equivalentMutants,
    survivingMutants,
    listed,
  }));

export type SubmissionsFile = z.infer<typeof submissionsFile>;
export type GroupFile = z.infer<typeof groupFile>;
export type ProblemFile = z.infer<typeof problemFile>;
export type CaseFile = z.infer<typeof caseFile>;
