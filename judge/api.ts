/** The site's door into the judge: it writes rows and reads events, and never runs submitted code. */
import type { PublicProblem } from '#content/public-problem.ts';
import type { PrismaClient, Submission } from '#prisma/generated/client.ts';
import { judgesSeenLately } from '#prisma/judge.ts';
import { findCurrent, findVersion } from '#prisma/problem-version.ts';
import {
  type Bounds,
  countPending,
  defaultBounds,
  findSubmission,
  insertSubmission,
} from '#prisma/submission.ts';
import { type Hint, type Hints, listenForHints } from './events.ts';
import { openPlaces, type Places } from './places.ts';
import { priorityOf, queues } from './priority.ts';
import type { Recorded } from './record.ts';
import type { Timing } from './trace.ts';
import type { SubmissionEvent, TestProgress, Verdict } from './verdict.ts';

/** `requestId` goes with the job, so that the judge's lines can be found by the site's. */
export type SubmitRequest = {
  userId: string;
  problem: string;
  source: string;
  requestId?: string | undefined;
  /** Interactive unless it is said otherwise; a batch is graded when nobody waits for anything else. */
  queue?: 'interactive' | 'batch';
};

export type SubmitReply =
  | { kind: 'queued'; id: string }
  | { kind: 'unknown-problem' }
  | { kind: 'too-large'; limitKiB: number }
  /** A NUL character, which neither Postgres nor TypeScript takes. */
  | { kind: 'not-text' }
  /** As many are pending as are taken, of all or of this user. Nothing was written. */
  | { kind: 'queue-full'; pending: number }
  | { kind: 'too-many-pending'; pending: number };

/**
 * Writes the submission and its job in one transaction: what was acknowledged can't be lost, and nothing
 * is graded that wasn't written.
 */
export async function submit(
  db: PrismaClient,
  { userId, problem: slug, source, queue = 'interactive', requestId }: SubmitRequest,
  bounds: Bounds = defaultBounds,
): Promise<SubmitReply> {
  if (source.includes('\0')) return { kind: 'not-text' };
  const version = await findCurrent(db, slug);
  if (!version) return { kind: 'unknown-problem' };
  const limitKiB = publicProblem(version).limits.codeKiB;
  if (Buffer.byteLength(source) > limitKiB * 1024) return { kind: 'too-large', limitKiB };
  return db.$transaction(async (tx) => {
    const pending = await countPending(tx, { userId, upTo: bounds.pending });
    if (pending.all >= bounds.pending) return { kind: 'queue-full', pending: pending.all };
    if (pending.own >= bounds.pendingPerUser) return { kind: 'too-many-pending', pending: pending.own };
    const { id } = await insertSubmission(tx, { userId, slug, versionId: version.id, source });
    await tx.$executeRaw`
      select graphile_worker.add_job(${queues[queue].task},
        json_build_object('submission', ${id}::text, 'request', ${requestId ?? null}::text),
        job_key => ${id}::text, priority => ${priorityOf(queue, pending.own)}::int)`;
    return { kind: 'queued', id };
  });
}

/** Follows submissions over one listening connection. */
export type Watcher = {
  /**
   * Streams what happens to a submission from its `after`-th judged test on; ends after the verdict, or
   * at once where there is no such submission.
   */
  watch(id: string, options: { after: number; signal: AbortSignal }): AsyncGenerator<SubmissionEvent>;
  /** Verdicts of all judges within the last minute; null where this process hasn't listened long enough. */
  verdictsPerMinute(): number | null;
  close(): Promise<void>;
};

export function openWatcher(db: PrismaClient, databaseUrl: string): Watcher {
  const hints = listenForHints(databaseUrl);
  const places = openPlaces(db, () => performance.now());
  return {
    watch: (id, options) => watch({ db, hints, places, id, ...options }),
    verdictsPerMinute: hints.pace.perMinute,
    close: () => hints.close(),
  };
}

// Without a hint for this long the row is asked: hints can get lost, rows cannot.
const pollMs = 1500;

type Watching = {
  db: PrismaClient;
  hints: Hints;
  places: Places;
  id: string;
  after: number;
  signal: AbortSignal;
};

async function* watch(watching: Watching): AsyncGenerator<SubmissionEvent> {
  const { db, hints, id, signal } = watching;
  const inbox = openInbox(signal);
  const unsubscribe = hints.subscribe(id, inbox.put);
  try {
    const row = await findSubmission(db, id);
    const version = row && (await findVersion(db, row.versionId));
    if (!row || !version) return;
    const tests = testsOf(publicProblem(version));
    const told: Told = { tests, sent: watching.after, status: undefined, ahead: null, unattended: false };
    if (row.status === 'queued') yield* placeEvents(watching, told);
    else yield* eventsOf({ id, status: row.status as Hint['status'], judged: [] }, told);
    yield* untilDone({ ...watching, inbox, told, row });
  } finally {
    unsubscribe();
  }
}

type Following = Watching & { inbox: ReturnType<typeof openInbox>; told: Told; row: Submission };

async function* untilDone(following: Following): AsyncGenerator<SubmissionEvent> {
  const { db, id, signal, inbox, told, row } = following;
  let latest: Submission | undefined = row;
  while (latest && latest.status !== 'done' && !signal.aborted) {
    const hint = await inbox.take(pollMs);
    if (hint && hint.status !== 'done') yield* eventsOf(hint, told);
    else {
      latest = await findSubmission(db, id);
      if (latest?.status === 'queued') yield* whileQueued(following, told);
    }
  }
  const verdict = latest?.status === 'done' ? verdictOf(latest) : null;
  if (!verdict) return;
  yield* verdict.tests.slice(told.sent).map((test) => testEvent(test, told));
  yield { kind: 'verdict', verdict };
}

async function* whileQueued(watching: Watching, told: Told): AsyncGenerator<SubmissionEvent> {
  if (told.status === 'queued') yield* placeEvents(watching, told);
  if (!told.unattended) yield* unattended(watching.db, told);
}

async function* unattended(db: PrismaClient, told: Told): AsyncGenerator<SubmissionEvent> {
  told.unattended = (await judgesSeenLately(db)) === 0;
  if (told.unattended) yield { kind: 'unattended' };
}

/** What the watcher knows already, kept up to date by what is yielded. */
type Told = {
  tests: Pick<TestProgress, 'name' | 'group' | 'sample'>[];
  sent: number;
  status: Hint['status'] | undefined;
  ahead: number | null;
  unattended: boolean;
};

/** Where a queued submission stands, if that is news. */
async function* placeEvents({ places, id }: Watching, told: Told): AsyncGenerator<SubmissionEvent> {
  const ahead = await places.aheadOf(id);
  if (told.status === 'queued' && told.ahead === ahead) return;
  told.status = 'queued';
  told.ahead = ahead;
  yield { kind: 'status', status: 'queued', total: told.tests.length, ahead };
}

function* eventsOf(hint: Hint, told: Told): Generator<SubmissionEvent> {
  if (hint.status !== told.status && hint.status !== 'done') {
    told.status = hint.status;
    yield { kind: 'status', status: hint.status, total: told.tests.length, ahead: null };
  }
  for (const [index, verdict, cpuMs, memoryKiB] of hint.judged.slice(told.sent)) {
    const test = told.tests[index];
    if (test) yield testEvent({ ...test, verdict, cpuMs, memoryKiB }, told);
  }
}

function testEvent(
  { name, group, sample, verdict, cpuMs, memoryKiB }: TestProgress,
  told: Told,
): SubmissionEvent {
  told.sent += 1;
  const test = { name, group, sample, verdict, cpuMs, memoryKiB };
  return { kind: 'test', seq: told.sent, total: told.tests.length, test };
}

function testsOf(problem: PublicProblem): Pick<TestProgress, 'name' | 'group' | 'sample'>[] {
  return problem.groups.flatMap(({ name: group, sample, tests }) =>
    tests.map((name) => ({ name, group, sample })),
  );
}

/** The verdict of a judged submission. It was written by the judge from its own type, so it is not parsed again. */
export function verdictOf(row: Pick<Submission, 'result'>): Verdict | null {
  const recorded = row.result as Recorded | null;
  if (!recorded) return null;
  const { timing: _, ...verdict } = recorded;
  return verdict;
}

/** Where the time of a judged submission went, where its judge told. */
export function recordedTiming(row: Pick<Submission, 'result'>): Timing | null {
  return (row.result as Recorded | null)?.timing ?? null;
}

/** The public half of a version, written by the judge from its own type. */
export function publicProblem(version: { public: unknown }): PublicProblem {
  return version.public as PublicProblem;
}

/** The latest hint that was not taken yet: older ones say nothing that it doesn't. */
function openInbox(signal: AbortSignal) {
  let latest: Hint | undefined;
  let wake: () => void = () => undefined;
  signal.addEventListener('abort', () => wake(), { once: true });
  return {
    put: (hint: Hint) => {
      latest = hint;
      wake();
    },
    take: async (timeoutMs: number): Promise<Hint | undefined> => {
      if (!latest && !signal.aborted) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, timeoutMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      const taken = latest;
      latest = undefined;
      return taken;
    },
  };
}
