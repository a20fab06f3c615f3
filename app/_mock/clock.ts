/**
 * A mock interview's clock, as it follows from its events. No clock of its own: `now` comes in.
 *
 * start → running ⇄ paused; either → over by `finish`, and running → over by itself once the grace after the length has
 * passed. What comes after that doesn't count.
 */

export const laterActs = ['go', 'pause', 'resume', 'finish'] as const;
/** What can be done with one that has been started. */
export type LaterAct = (typeof laterActs)[number];
export const clockActs = ['start', ...laterActs] as const;
export type ClockAct = (typeof clockActs)[number];

/** `place`: of start and go, the item that is dealt with from then on. */
export type ClockEvent = { act: ClockAct; place: number | null; at: Date };

export type Pause = { at: Date; ms: number };

export type Clock = {
  state: 'running' | 'paused' | 'over';
  current: number;
  /** Without pauses. */
  elapsedMs: number;
  /** By item's place, without pauses. */
  spentMs: Record<number, number>;
  pauses: Pause[];
  finishedAt: Date | null;
};

/** How long one may still finish an item once the time is over; who has gone away is done by then. */
export const graceMs = 15 * 60_000;

export function readClock(
  events: readonly ClockEvent[],
  { minutes, now }: { minutes: number; now: Date },
): Clock {
  const clock: Clock = {
    state: 'paused',
    current: 0,
    elapsedMs: 0,
    spentMs: {},
    pauses: [],
    finishedAt: null,
  };
  const limitMs = minutes * 60_000 + graceMs;
  let since = events[0]?.at ?? now;
  for (const { act, place, at } of events) {
    pass(clock, { since, until: at, limitMs });
    if (clock.state === 'over') return clock;
    since = at;
    apply(clock, { act, place, at });
    if (clock.finishedAt) return clock;
  }
  pass(clock, { since, until: now, limitMs });
  return clock;
}

function pass(clock: Clock, { since, until, limitMs }: { since: Date; until: Date; limitMs: number }): void {
  const ms = Math.max(0, until.getTime() - since.getTime());
  if (clock.state === 'paused') {
    const last = clock.pauses.at(-1);
    if (last) last.ms += ms;
    return;
  }
  const ranMs = Math.min(ms, limitMs - clock.elapsedMs);
  clock.elapsedMs += ranMs;
  clock.spentMs[clock.current] = (clock.spentMs[clock.current] ?? 0) + ranMs;
  if (clock.elapsedMs < limitMs) return;
  clock.state = 'over';
  clock.finishedAt = new Date(since.getTime() + ranMs);
}

function apply(clock: Clock, { act, place, at }: ClockEvent): void {
  switch (act) {
    case 'start':
      clock.state = 'running';
      clock.current = place ?? 0;
      return;
    case 'go':
      clock.current = place ?? clock.current;
      return;
    case 'pause':
      if (clock.state === 'running') clock.pauses.push({ at, ms: 0 });
      clock.state = 'paused';
      return;
    case 'resume':
      clock.state = 'running';
      return;
    case 'finish':
      clock.state = 'over';
      clock.finishedAt = at;
  }
}

/** `changes` is written; `same` stands already; `refused`: the time is over, and only the item at hand may be finished. */
export function judgeAct(
  clock: Clock,
  { act, place }: { act: LaterAct; place: number | null },
  minutes: number,
): 'changes' | 'same' | 'refused' {
  if (clock.state === 'over') return act === 'finish' ? 'same' : 'refused';
  switch (act) {
    case 'go':
      if (place === clock.current) return 'same';
      return isTimeOver(clock, minutes) ? 'refused' : 'changes';
    case 'pause':
      return clock.state === 'paused' ? 'same' : 'changes';
    case 'resume':
      return clock.state === 'running' ? 'same' : 'changes';
    case 'finish':
      return 'changes';
  }
}

export function isTimeOver({ elapsedMs }: Pick<Clock, 'elapsedMs'>, minutes: number): boolean {
  return elapsedMs >= minutes * 60_000;
}
