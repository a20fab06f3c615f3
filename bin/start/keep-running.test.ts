import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { keepRunning, muchPatience, type Patience } from './keep-running.ts';
import type { ServiceSpec } from './service.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'keep-running-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Says that it is ready, and dies. */
function dying(name: string): ServiceSpec {
  return {
    name,
    args: ['-e', "console.log('here')"],
    environment: {},
    logFile: join(folder, `${name}.log`),
    echo: false,
    graceMs: 1000,
    ready: { line: 'here' },
  };
}

const lives = ({ logFile }: ServiceSpec) => readFileSync(logFile, 'utf8').split('here').length - 1;
const brief: Patience = { deaths: 3, withinMs: 60_000, pauseMs: 1, longestPauseMs: 4 };

test('a judge that dies again and again ends nothing: it is started anew after longer and longer pauses', async () => {
  const told = vi.spyOn(console, 'error').mockReturnValue();
  const spec = dying('judge');
  const kept = keepRunning(spec, { ...muchPatience, pauseMs: 1, longestPauseMs: 4 });
  const failed = vi.fn();
  kept.failure.catch(failed);
  await expect.poll(() => lives(spec), { timeout: 30_000 }).toBeGreaterThan(5);
  expect(failed).not.toHaveBeenCalled();
  await kept.stop(AbortSignal.abort());
  const pauses = told.mock.calls.map(([line]) => /again in (\S+) s/.exec(String(line))?.[1]);
  expect(pauses.slice(0, 4)).toEqual(['0.001', '0.002', '0.004', '0.004']);
}, 40_000);

test('a site that dies a fourth time within a minute is given up, with its last words', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const spec = dying('site');
  const kept = keepRunning(spec, brief);
  await expect(kept.failure).rejects.toMatchObject({
    code: 'COMMAND_FAILURE',
    message: expect.stringMatching(/^the site ended by itself.*\n\nhere/s),
  });
  expect(lives(spec)).toBe(4);
  await kept.stop(AbortSignal.abort());
}, 40_000);

test('what is stopped in the middle of a pause is not started again', async () => {
  const told = new Promise<void>((resolve) => {
    vi.spyOn(console, 'error').mockImplementation(() => resolve());
  });
  const spec = dying('stopped');
  const kept = keepRunning(spec, { ...muchPatience, pauseMs: 60_000 });
  // The pause begins with these words.
  await told;
  await kept.stop(AbortSignal.abort());
  expect(lives(spec)).toBe(1);
});
