import { performance } from 'node:perf_hooks';

/** How long the stages of answering one request took, for `Server-Timing`. */
export type Stages = {
  time<T>(stage: string, act: () => Promise<T>): Promise<T>;
  /** `auth;dur=1.2, insert;dur=3.4`; `''` where nothing was timed. */
  header(): string;
};

export function openStages(): Stages {
  const times: StageMs[] = [];
  return {
    async time(stage, act) {
      const began = performance.now();
      try {
        return await act();
      } finally {
        times.push({ stage, ms: performance.now() - began });
      }
    },
    header: () => serverTiming(times),
  };
}

export type StageMs = { stage: string; ms: number };

/** The syntax of W3C's Server Timing: names are tokens, durations milliseconds. */
export function serverTiming(times: StageMs[]): string {
  return times.map(({ stage, ms }) => `${stage};dur=${Math.round(ms * 100) / 100}`).join(', ');
}
