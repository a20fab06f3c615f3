/** Where the time of one grading goes. Imports nothing; its figures are milliseconds. */

/**
 * The stages in the order of their first beginning. Some overlap: the sandbox goes on with the next test while an answer is
 * compared, and progress is told meanwhile.
 */
export const stages = [
  /** From the row to a judge that takes its job. */
  'queue',
  'lease',
  /** The problem version, from memory or the database. */
  'load',
  /** Waiting for a type checker that is free. */
  'checker',
  'compile',
  /** Taking a process from the pool; `how` says whether it was `warm`, still `starting`, or `cold`. */
  'sandbox',
  /** Handing it the submission, until its first test begins. */
  'begin',
  /** One for each test, as the judge sees it: CPU, wire and waiting. */
  'test',
  'compare',
  /** The problem's own validator, in the reference engine. */
  'validate',
  'diagnose',
  /** Waiting for a word of progress that was under way when the verdict stood. */
  'tell',
  'record',
] as const;
export type Stage = (typeof stages)[number];

/** `startMs` counts from the beginning of the trace. */
export type Span = { stage: Stage; startMs: number; ms: number; how: string | null };
export type Trace = { totalMs: number; spans: Span[] };

/** Notes when stages begin and end; costs an object a span, of which a grading has some two for each test. */
export type Tracer = {
  /** A stage begins; the function that comes back ends it. */
  begin(stage: Stage, how?: string): (how?: string) => void;
};

/** For whoever doesn't ask. */
export const untraced: Tracer = { begin: () => () => undefined };

export type OpenTrace = Tracer & {
  /** A stage that took so long and ended when the trace was opened. */
  before(stage: Stage, ms: number): void;
  /** What was noted until now, from the first beginning on. */
  read(): Trace;
};

/** @param now a clock that never goes back, such as `performance.now` */
export function openTrace(now: () => number): OpenTrace {
  const opened = now();
  let origin = opened;
  const noted: { stage: Stage; from: number; to: number; how: string | null }[] = [];
  return {
    before(stage, ms) {
      const from = opened - Math.max(0, ms);
      origin = Math.min(origin, from);
      noted.push({ stage, from, to: opened, how: null });
    },
    begin(stage, how) {
      const from = now();
      return (later) => {
        noted.push({ stage, from, to: now(), how: later ?? how ?? null });
      };
    },
    read: () => ({
      totalMs: now() - origin,
      spans: noted
        .map(({ stage, from, to, how }) => ({ stage, startMs: from - origin, ms: to - from, how }))
        .sort((a, b) => a.startMs - b.startMs),
    }),
  };
}

/** A stage's spans added up. */
export type StageTime = { stage: Stage; count: number; ms: number };
/** What is kept of a trace: nothing that tells of a single test. */
export type Timing = {
  totalMs: number;
  /** In no span at all. Since stages overlap, those of `stages` and this may add up to more than the total. */
  unaccountedMs: number;
  stages: StageTime[];
};

/** Adds a trace up, to microseconds. */
export function timingOf({ totalMs, spans }: Trace): Timing {
  const sums = new Map<Stage, StageTime>();
  // Where the spans so far end: what lies between there and the next beginning is nobody's.
  let covered = 0;
  let until = 0;
  for (const { stage, startMs, ms } of spans) {
    const sum = sums.get(stage) ?? { stage, count: 0, ms: 0 };
    sums.set(stage, { stage, count: sum.count + 1, ms: sum.ms + ms });
    const end = startMs + ms;
    covered += Math.max(0, end - Math.max(startMs, until));
    until = Math.max(until, end);
  }
  return {
    totalMs: rounded(totalMs),
    unaccountedMs: rounded(Math.max(0, totalMs - covered)),
    stages: stages.flatMap((stage) => {
      const sum = sums.get(stage);
      return sum ? [{ ...sum, ms: rounded(sum.ms) }] : [];
    }),
  };
}

function rounded(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}
