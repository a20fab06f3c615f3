/** The site's door into the judge: it writes rows and reads events, and never runs submitted code. */
import type { PublicProblem } from '#content/public-problem.ts';
import type { PrismaClient, Submission } from '#prisma/generated/client.ts';
import { judgesSeenLately } from '#prisma/judge.ts';
import { findCurrent, findVersion } from '#prisma/problem-version.ts';
import { findSubmission, insertSubmission } from '#prisma/submission.ts';
import { type Hint, type Hints, listenForHints } from './events.ts';
import type { Recorded } from './record.ts';
import type { Timing } from './trace.ts';
import type { SubmissionEvent, TestProgress, Verdict } from './verdict.ts';

/** `requestId` goes with the job, so that the judge's lines can be found by the site's. */
export type SubmitRequest = {
  userId: string;
  problem: string;
  source: string;
  requestId?: string | undefined;
};

export type SubmitReply =
  | { kind: 'queued'; id: string }
  | { kind: 'unknown-problem' }
  | { kind: 'too-large'; limitKiB: number }
  /** A NUL character, which neither Postgres nor TypeScript takes. */
  | { kind: 'not-text' };

/**
 * Writes the submission and its job in one transaction: what was acknowledged can't be lost, and nothing
 * is graded that wasn't written.
 */
export async function submit(db: PrismaClient, request: SubmitRequest): Promise<SubmitReply> {
  const { userId, problem: slug, source, requestId } = request;
  if (source.includes('\0')) return { kind: 'not-text' };
  return db.$transaction(async (tx) => {
    const version = await findCurrent(tx, slug);
    if (!version) return { kind: 'unknown-problem' };
    const limitKiB = publicProblem(version).limits.codeKiB;
    if (Buffer.byteLength(source) > limitKiB * 1024) return { kind: 'too-large', limitKiB };
    const { id } = await insertSubmission(tx, { userId, slug, versionId: version.id, source });
    await tx.$executeRaw`
      select graphile_worker.add_job('grade', json_build_object('submission', ${id}::text, 'request', ${requestId ?? null}::text), job_key => ${id}::text)`;
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
  close(): Promise<void>;
};

export function openWatcher(db: PrismaClient, databaseUrl: string): Watcher {
  const hints = listenForHints(databaseUrl);
  return {
    watch: (id, options) => watch({ db, hints, id, ...options }),
    close: () => hints.close(),
  };
}

// Without a hint for this long the row is asked: hints can get lost, rows cannot.
const pollMs = 1500;

type Watching = { db: PrismaClient; hints: Hints; id: string; after: number; signal: AbortSignal };

async function* watch(watching: Watching): AsyncGenerator<SubmissionEvent> {
  const { db, hints, id, signal } = watching;
  const inbox = openInbox(signal);
  const unsubscribe = hints.subscribe(id, inbox.put);
  try {
    const row = await findSubmission(db, id);
    const version = row && (await findVersion(db, row.versionId));
    if (!row || !version) return;
    const told = {
      tests: testsOf(publicProblem(version)),
      sent: watching.after,
      status: undefined,
      unattended: false,
    };
    yield* eventsOf({ id, status: row.status as Hint['status'], judged: [] }, told);
    yield* untilDone({ ...watching, inbox, told, row });
  } finally {
    unsubscribe();
  }
}

type Following = Watching & { inbox: ReturnType<typeof openInbox>; told: Told; row: Submission };

async function* untilDone({ db, id, signal, inbox, told, row }: Following): AsyncGenerator<SubmissionEvent> {
  let latest: Submission | undefined = row;
  while (latest && latest.status !== 'done' && !signal.aborted) {
    const hint = await inbox.take(pollMs);
    if (hint && hint.status !== 'done') yield* eventsOf(hint, told);
    else {
      latest = await findSubmission(db, id);
      if (latest?.status === 'queued' && !told.unattended) yield* unattended(db, told);
    }
  }
  const verdict = latest?.status === 'done' ? verdictOf(latest) : null;
  if (!verdict) return;
  yield* verdict.tests.slice(told.sent).map((test) => testEvent(test, told));
  yield { kind: 'verdict', verdict };
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
  unattended: boolean;
};

function* eventsOf(hint: Hint, told: Told): Generator<SubmissionEvent> {
  if (hint.status !== told.status && hint.status !== 'done') {
    told.status = hint.status;
    yield { kind: 'status', status: hint.status, total: told.tests.length };
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
