/** Watches a confined tree of processes from outside and kills it at the first limit it crosses. */
import type { Confined } from './confine.ts';

export const strikes = ['cpu', 'wall', 'memory', 'processes'] as const;
export type Strike = (typeof strikes)[number];

/** Why a sandbox ended before its last test: a limit, output without end, an answer without sense, or by itself. */
export const killCauses = [...strikes, 'output', 'distrust', 'died'] as const;
export type KillCause = (typeof killCauses)[number];

export type Budget = {
  /** CPU and wall clock from now on, milliseconds. */
  cpuMs: number;
  wallMs: number;
  /** Resident memory of all processes together. */
  residentKiB: number;
  processes: number;
};

export type Supervisor = {
  /** Which limit was crossed; null as long as none was. */
  readonly strike: Strike | null;
  /** What was used since the budget began: CPU, wall clock and the peak of resident memory. */
  spent(): { cpuMs: number; wallMs: number; peakResidentKiB: number };
  /** Starts a new budget from now; what was spent before no longer counts. */
  renew(budget: Budget): void;
  /** For what waits for work: no wall clock, a look now and then, and CPU anew every minute: who waits long uses a little. */
  rest(budget: Omit<Budget, 'wallMs'>): void;
  stop(): void;
};

// Memory can grow by some 2 GB a second, so 5 ms bound the overshoot to about 10 MB; a look costs about 0.1 ms.
const lookEveryMs = 5;
const lookAtRestEveryMs = 250;
const restAnewEveryMs = 60_000;
/**
 * The wall clock is for who sleeps. Who waits for a core on a busy host is given the wait back, up to this many times the
 * wall clock: a host with eighteen runnable processes on two cores has told a right answer that it was too slow.
 */
const mostOfWall = 5;

/** Watches what was confined until it ends. */
export function superviseConfined(
  watched: Pick<Confined, 'usage' | 'kill' | 'ended'> & Partial<Pick<Confined, 'waitedMs'>>,
  first: Budget,
): Supervisor {
  let budget = first;
  let strike: Strike | null = null;
  let ended = false;
  let last = watched.usage();
  let lookedAt = performance.now();
  let began = { at: performance.now(), cpuMs: last?.cpuMs ?? 0 };
  let peakResidentKiB = last?.residentKiB ?? 0;

  const spent = () => ({
    cpuMs: (last?.cpuMs ?? began.cpuMs) - began.cpuMs,
    wallMs: performance.now() - began.at,
    peakResidentKiB,
  });
  const refresh = () => {
    const seen = watched.usage();
    // Time on a core does not become less: where it seems to, a part of the tree could not be read, and what came
    // before the budget would count against it at the next look.
    if (seen && seen.cpuMs >= (last?.cpuMs ?? 0)) last = seen;
    peakResidentKiB = Math.max(peakResidentKiB, seen?.residentKiB ?? 0);
    lookedAt = performance.now();
  };
  // Between two looks the last one has to do: a submission of a hundred quick tests would cost a hundred.
  const refreshIfStale = () => {
    if (performance.now() - lookedAt >= lookEveryMs) refresh();
  };
  const crossed = () =>
    last ? struck(budget, { ...spent(), processes: last.processes, waitedMs: watched.waitedMs }) : null;
  const kill = (crossed: Strike) => {
    strike ??= crossed;
    watched.kill();
  };
  const begin = () => {
    began = { at: performance.now(), cpuMs: last?.cpuMs ?? 0 };
  };
  // On a busy host a look comes late, and answers wait in the pipe with which a new budget began: they are heard first.
  const look = () => {
    refresh();
    if (crossed() !== null) setImmediate(lookAgain);
    else if (pace === lookAtRestEveryMs && performance.now() - began.at >= restAnewEveryMs) begin();
  };
  const lookAgain = () => {
    const still = ended ? null : crossed();
    if (still !== null) kill(still);
  };
  let timer = setInterval(look, lookEveryMs);
  let pace = lookEveryMs;
  const renew = (next: Budget, every: number) => {
    refreshIfStale();
    budget = next;
    begin();
    peakResidentKiB = last?.residentKiB ?? 0;
    if (every === pace || ended) return;
    clearInterval(timer);
    timer = setInterval(look, every);
    pace = every;
  };
  void watched.ended.then(() => {
    ended = true;
    clearInterval(timer);
  });

  return {
    get strike() {
      return strike;
    },
    spent() {
      refreshIfStale();
      // Whoever asks has just heard something: clocks are for who is silent.
      if (peakResidentKiB > budget.residentKiB) kill('memory');
      return spent();
    },
    renew: (next) => renew(next, lookEveryMs),
    rest: (next) => renew({ ...next, wallMs: Number.POSITIVE_INFINITY }, lookAtRestEveryMs),
    stop: () => clearInterval(timer),
  };
}

function struck(
  budget: Budget,
  spent: {
    cpuMs: number;
    wallMs: number;
    peakResidentKiB: number;
    processes: number;
    /** Asked only where the wall clock has run out: it costs a walk through /proc. */
    waitedMs: (() => number) | undefined;
  },
): Strike | null {
  if (spent.peakResidentKiB > budget.residentKiB) return 'memory';
  if (spent.cpuMs > budget.cpuMs) return 'cpu';
  if (spent.wallMs > budget.wallMs) {
    const waitedMs = spent.waitedMs?.() ?? 0;
    if (spent.wallMs > Math.min(budget.wallMs + waitedMs, budget.wallMs * mostOfWall)) return 'wall';
  }
  return spent.processes > budget.processes ? 'processes' : null;
}
