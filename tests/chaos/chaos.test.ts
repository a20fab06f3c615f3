import { expect, test } from 'vitest';
import { runChaos } from './run.ts';

/** The same every time; `npm run test:chaos` draws another each time, and a thousand. */
const seed = 20261127;

test('judges are killed and Postgres is stopped: every acknowledged submission gets its right verdict, once', async () => {
  const report = await runChaos(
    {
      seed,
      submissions: 60,
      judges: 3,
      clients: 8,
      killEveryMs: 2000,
      postgresStops: ['SIGKILL'],
      siteRestarts: false,
      patienceMs: 150_000,
    },
    () => undefined,
  );
  expect(report.faults).toEqual([]);
  // It was no idle day.
  expect(report.judges.killed).toBeGreaterThan(2);
  expect(report.acknowledged).toBe(60);
}, 240_000);
