/** What a column of times comes to, milliseconds. */
export type Summary = { runs: number; p50: number; p95: number; p99: number; least: number };

/** Percentiles by the nearest rank. Throws where there is nothing to summarize. */
export function summarizeTimes(times: readonly number[]): Summary {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number => {
    const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
    if (value === undefined) throw new Error('no times were taken');
    return Math.round(value * 100) / 100;
  };
  return { runs: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), least: at(0) };
}

/** Does it and tells how long it took, milliseconds. */
export async function timed<T>(act: () => Promise<T> | T): Promise<{ ms: number; result: T }> {
  const started = performance.now();
  const result = await act();
  return { ms: performance.now() - started, result };
}
