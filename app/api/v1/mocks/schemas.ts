import { z } from 'zod';
import { clockActs } from '#app/_mock/clock.ts';
import { longestMinutes, shortestMinutes } from '#app/_mock/compose.ts';
import { itemKinds } from '#app/_mock/item-kinds.ts';
import { reasons } from '#app/_mock/report.ts';
import { storable } from '#app/api/_http/parse.ts';
import { difficulties } from '#content/difficulty.ts';
import { submissionStatuses, verdictCodes } from '#judge/verdict.ts';

/** What the API takes and answers of mock interviews; the OpenAPI description is made from these. */
const level = z.enum([...difficulties, 'any']);
export const startBody = z.strictObject({
  minutes: z.int().min(shortestMinutes).max(longestMinutes),
  topics: z.array(storable.min(1).max(100)).max(100).default([]).describe('None means all'),
  level: level.default('any'),
});
const acts = clockActs.filter((act) => act !== 'start' && act !== 'go');
const place = z.int().min(0).max(99).describe('Of an item, from 0');
export const actBody = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('go'), place }),
  z.strictObject({ act: z.enum(acts) }),
]);
export const itemBody = z.strictObject({
  notes: storable.max(20_000).optional(),
  revealed: z.literal(true).optional().describe('The answer was looked at, or the problem opened'),
  points: z.array(z.int().min(0).max(99)).max(50).optional().describe('Key points named, by index'),
  answer: z
    .union([
      z.strictObject({ chosen: z.array(z.int().min(0).max(99)).max(50) }),
      z.strictObject({ text: storable.max(100) }),
    ])
    .optional()
    .describe(
      'Of a check: the options chosen, the steps as they were put, or the partner of each pair (from 1, 0 for none), by the places at which they are shown; or what was typed',
    ),
});

const time = z.iso.datetime();
const ms = z.number().min(0);
export const clock = z.object({
  state: z.enum(['running', 'paused', 'over']),
  current: z.int(),
  elapsedMs: ms,
  /** By item. */
  spentMs: z.array(ms),
  finishedAt: time.nullable(),
});
const kind = z.enum(itemKinds);
const slug = z.string();
export const item = z.object({
  place,
  kind,
  slug,
  check: z.string().nullable(),
  beyond: z.enum(['topics', 'level']).nullable(),
  budgetMs: ms,
  notes: z.string(),
  revealed: z.boolean(),
  points: z.array(z.int()),
  answer: z.union([z.object({ chosen: z.array(z.int()) }), z.object({ text: z.string() })]).nullable(),
});
const attempt = z.object({
  id: z.uuid(),
  status: z.enum(submissionStatuses),
  verdict: z.enum(verdictCodes).nullable(),
  score: z.int().nullable(),
  maxScore: z.int().nullable(),
});
const count = z.int().min(0);
export const report = z.object({
  minutes: z.int(),
  elapsedMs: ms,
  overMs: ms,
  pauses: z.array(z.object({ at: time, ms })),
  points: z.object({ named: count, all: count }),
  skipped: count,
  checks: z.object({ right: count, wrong: count, all: count }),
  topics: z.array(
    z.object({
      topic: z.string(),
      named: count,
      points: count,
      right: count,
      checks: count,
      solved: count,
      /** That were submitted. */
      problems: count,
    }),
  ),
  items: z.array(
    z.object({
      place,
      kind,
      slug,
      topics: z.array(z.string()),
      budgetMs: ms,
      spentMs: ms,
      /** 1 again, 2 hard, 3 good, 4 easy; null where there is none. */
      grade: z.int().min(1).max(4).nullable(),
      revealed: z.boolean().optional(),
      named: z.array(z.int()).optional(),
      /** How many there were to name. */
      points: count.optional(),
      mark: z.enum(['right', 'wrong', 'unanswered']).optional(),
      attempt: attempt.nullable().optional(),
    }),
  ),
  next: z.array(z.object({ kind: z.enum(['question', 'problem']), slug, reason: z.enum(reasons) })),
});
const head = {
  id: z.uuid(),
  minutes: z.int(),
  topics: z.array(z.string()),
  level,
  startedAt: time,
  clock,
};
export const mockLine = z.object(head);
export const mock = z.object({
  ...head,
  sharedAs: z.uuid().nullable(),
  items: z.array(item),
  /** Once it is over. */
  report: report.nullable(),
});
