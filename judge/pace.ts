/** How fast the judges work, all together, counted from what they announce: no query asks for it. */
export type Pace = {
  /** A verdict was announced. */
  note(): void;
  /** Verdicts within the last minute; null where this process hasn't listened long enough to say. */
  perMinute(): number | null;
};

const minuteMs = 60_000;
/** After so long what was heard is taken for the pace of a whole minute. */
const enoughMs = 10_000;

/** Starts to count at `now()`, milliseconds of a clock that never goes back. */
export function createPace(now: () => number): Pace {
  const began = now();
  const bySecond = new Map<number, number>();
  const secondAt = (time: number) => Math.floor((time - began) / 1000);
  return {
    note() {
      const second = secondAt(now());
      bySecond.set(second, (bySecond.get(second) ?? 0) + 1);
      for (const kept of bySecond.keys()) if (kept <= second - 60) bySecond.delete(kept);
    },
    perMinute() {
      const time = now();
      const heardMs = Math.min(minuteMs, time - began);
      if (heardMs < enoughMs) return null;
      const since = secondAt(time) - 60;
      let count = 0;
      for (const [second, verdicts] of bySecond) if (second > since) count += verdicts;
      return Math.round((count * minuteMs) / heardMs);
    },
  };
}
