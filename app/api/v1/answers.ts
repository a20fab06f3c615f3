import { z } from 'zod';
import { cardKinds, entryActs } from '#app/_practice/replay.ts';
import { difficulties } from '#content/difficulty.ts';
import { submissionStatuses, verdictCodes } from '#judge/verdict.ts';
import { targets } from '#prisma/rejudging.ts';
import { type ErrorCode, statusOf } from '../_http/errors.ts';
import { askedLine, bookmark, calendarFeed, wholeNote } from './keep-answers.ts';
import { choiceBody } from './schemas.ts';

/** What the API answers, as its description says it; a test holds the routes to it. */
const localized = z.object({ en: z.string(), zh: z.string() });
export const id = z.uuid();
const time = z.iso.datetime();
const diagnostic = z.object({
  line: z.int(),
  column: z.int(),
  endLine: z.int(),
  endColumn: z.int(),
  /** `TS2322`; `LIMIT` where the checker was stopped. */
  code: z.string(),
  message: z.string(),
});
/** The known mistake that it looks like, and the question that explains it; `href` is an address on this site. */
const diagnosis = z.object({
  id: z.string(),
  title: z.string(),
  message: z.string(),
  question: z.object({ slug: z.string(), title: z.string(), href: z.string() }).nullable(),
});
const test = z.object({
  name: z.string(),
  group: z.string(),
  sample: z.boolean(),
  verdict: z.enum(verdictCodes),
  cpuMs: z.number(),
  memoryKiB: z.number(),
  message: z.string(),
  hint: z.string().nullable(),
  console: z.string(),
  /** Of a sample that failed: what the solution answered, in the text of `PublicProblem.samples`. */
  output: z.string().optional(),
  failure: z.looseObject({ kind: z.string() }).nullable(),
});
const group = z.object({
  name: z.string(),
  title: localized,
  points: z.int(),
  score: z.int(),
  verdict: z.enum(verdictCodes),
  run: z.int(),
  total: z.int(),
});
export const submission = z.object({
  id,
  problem: z.string(),
  problemVersion: z.string(),
  status: z.enum(submissionStatuses),
  source: z.string(),
  shared: z.boolean(),
  createdAt: time,
  judgedAt: time.nullable(),
  verdict: z.enum(verdictCodes).nullable(),
  score: z.int().nullable(),
  maxScore: z.int().optional(),
  cpuMs: z.number().optional(),
  memoryKiB: z.number().optional(),
  compile: z.array(diagnostic).optional(),
  groups: z.array(group).optional(),
  tests: z.array(test).optional(),
  diagnosis: diagnosis.nullable().optional(),
});
export const line = z.object({
  id,
  problem: z.string(),
  status: z.enum(submissionStatuses),
  verdict: z.enum(verdictCodes).nullable(),
  score: z.int().nullable(),
  maxScore: z.int().nullable(),
  cpuMs: z.number().nullable(),
  memoryKiB: z.int().nullable(),
  createdAt: time,
});
export const draft = z.object({ id, source: z.string(), savedAt: time });
export const token = z.object({
  id,
  name: z.string(),
  hint: z.string(),
  createdAt: time,
  lastUsedAt: time.nullable(),
});
export const summary = z.object({
  slug: z.string(),
  version: z.string(),
  name: localized,
  difficulty: z.enum(difficulties),
  topics: z.array(z.string()),
  runtime: z.enum(['plain', 'tf']),
  limits: z.object({
    timeMs: z.number(),
    wallMs: z.number(),
    memoryMiB: z.number(),
    outputKiB: z.number(),
    codeKiB: z.number(),
  }),
});
const sample = z.object({
  name: z.string(),
  description: localized.nullable(),
  hint: localized.nullable(),
  args: z.string(),
  expected: z.string(),
  tolerance: z.looseObject({}),
});
export const problem = summary.extend({
  source: z.string().nullable(),
  license: z.string(),
  credits: z.array(z.string()),
  entryPoints: z.array(z.string()),
  statement: localized,
  editorial: localized,
  template: z.string(),
  signature: z.string(),
  driver: z.record(z.string(), z.string()),
  groups: z.array(
    z.object({
      name: z.string(),
      title: localized,
      points: z.int(),
      sample: z.boolean(),
      tests: z.array(z.string()),
    }),
  ),
  samples: z.array(sample),
});
const verdict = z.enum(verdictCodes);
const named = z.object({ id: z.string(), name: z.string() });
const counts = [
  'total',
  'queued',
  'running',
  'judged',
  'judgeErrors',
  'dropped',
  'differing',
  'conflicts',
  'applied',
  'leftOut',
] as const;
export const rejudging = z.object({
  id,
  reason: z.string(),
  choice: choiceBody,
  to: z.enum(targets),
  state: z.enum(['open', 'applied', 'discarded']),
  createdAt: time,
  createdBy: named.nullable(),
  decidedAt: time.nullable(),
  decidedBy: named.nullable(),
  progress: z.object(
    Object.fromEntries(counts.map((name) => [name, z.int()])) as Record<(typeof counts)[number], z.ZodInt>,
  ),
});
const result = z.object({
  verdict: verdict.nullable(),
  score: z.int().nullable(),
  maxScore: z.int().nullable(),
  cpuMs: z.number().nullable(),
});
export const rejudgingPreview = rejudging.extend({
  matrix: z.array(z.object({ old: verdict.nullable(), new: verdict, count: z.int() })),
  cpu: z.object({ compared: z.int(), p10: z.number(), median: z.number(), p90: z.number() }).nullable(),
  differences: z.array(
    z.object({
      submission: id,
      problem: z.string(),
      user: named,
      submittedAt: time,
      old: result,
      new: result,
      tests: z.array(z.object({ name: z.string(), old: verdict.nullable(), new: verdict.nullable() })),
      conflict: z.boolean(),
    }),
  ),
  next: id.nullable(),
});
const cardKey = { kind: z.enum(cardKinds), slug: z.string() };
const days = z.int().min(1);
const queued = z.object({
  ...cardKey,
  /** Since when it is due; null for a new one. */
  dueOn: z.iso.date().nullable(),
  /** Forgotten so often that it wants another look, not another try. */
  leech: z.boolean(),
  reps: z.int(),
  lapses: z.int(),
  /** In how many days it comes back, by grade. */
  intervals: z.object({ 1: days, 2: days, 3: days, 4: days }),
});
const perKind = z.object({ new: z.int(), review: z.int() });
export const practiceSettings = z.object({
  newPerDay: z.int(),
  reviewsPerDay: z.int(),
  timeZone: z.string(),
  interviewOn: z.iso.date().nullable(),
});
export const practice = z.object({
  today: z.iso.date(),
  settings: practiceSettings,
  queue: z.array(queued),
  done: perKind,
  beyond: perKind,
  ahead: z.array(z.int()),
  setAside: z.array(z.object({ ...cardKey, until: z.enum(['tomorrow', 'resumed']) })),
});
/** What of all that is taught an account has done. */
export const standing = z.object({
  questions: z.array(z.string()),
  problems: z.array(z.object({ slug: z.string(), solved: z.boolean() })),
  due: z.object({ review: z.int(), fresh: z.int() }).nullable(),
});
export const practiceOutcomes = z.object({
  outcomes: z.array(z.object({ id, outcome: z.enum(['recorded', 'known', 'full', 'unknown-card']) })),
});
const entries = { id, slug: z.string() };
/** Everything that is kept of an account; times as in the rest of the API. */
export const wholeAccount = z.object({
  exportedAt: time,
  account: z.object({
    name: z.string(),
    email: z.string().nullable(),
    role: z.string(),
    isAnonymous: z.boolean(),
  }),
  tokens: z.array(token),
  practiceSettings: practiceSettings.nullable(),
  calendars: z.array(calendarFeed),
  bookmarks: z.array(bookmark),
  asked: z.array(askedLine),
  notes: z.array(wholeNote),
  submissions: z.array(z.looseObject({ ...entries, source: z.string(), verdict: z.string().nullable() })),
  drafts: z.array(z.object({ ...entries, source: z.string(), savedAt: time })),
  mocks: z.array(z.looseObject({ id, startedAt: time, items: z.array(z.looseObject({ slug: z.string() })) })),
  practice: z.array(
    z.object({
      ...entries,
      kind: z.enum(cardKinds),
      act: z.enum(entryActs),
      grade: z.int().nullable(),
      undoes: id.nullable(),
      points: z.array(z.int()),
      at: time,
      receivedAt: time,
    }),
  ),
});
export const error = z.object({
  error: z.object({
    code: z.enum(Object.keys(statusOf) as [ErrorCode, ...ErrorCode[]]),
    message: z.string(),
    fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    /** As in the header Retry-After, where waiting helps. */
    retryAfterSeconds: z.int().min(1).optional(),
  }),
});
