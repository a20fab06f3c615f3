/** Which process serves whom. No process is started: the guests are played. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Runtime } from '#content/problem.ts';
import type { Confined } from '../../confine.ts';
import type { RunRequest } from '../run.ts';
import { type GuestReply, writeReply } from '../wire.ts';
import type { Guest } from './guest-process.ts';
import { openPool, type PoolOptions } from './pool.ts';

const limits = { timeMs: 1000, wallMs: 4000, memoryMiB: 64, outputKiB: 16, codeKiB: 16 };

function requestOf(solution: string, tests: number): RunRequest {
  return {
    runtime: 'plain',
    driver: {},
    solution,
    limits,
    seed: 1,
    tests: Array.from({ length: tests }, (_, args) => ({ args })),
  };
}

/** What a guest was asked, and whether it was killed. */
type Life = { asked: string[]; killed: boolean };

/** Answers as long as the solution says, then dies; `lost` dies before it begins, the first time. */
function play(lives: Life[], lost: Set<string>): Guest {
  const life: Life = { asked: [], killed: false };
  lives.push(life);
  const ended = Promise.withResolvers<void>();
  const death = { code: 1, signal: null, outOfMemory: false, stderr: '' };
  const die = () => {
    life.killed = true;
    ended.resolve();
  };
  const confined = {
    kill: die,
    usage: () => ({ cpuMs: 10, residentKiB: 50_000, processes: 2 }),
    setMemory: () => undefined,
    ended: ended.promise.then(() => ({ code: null, signal: 'SIGKILL', outOfMemory: false })),
  } as unknown as Confined;
  return {
    confined,
    residentKiB: () => 50_000,
    isAbandoned: () => life.killed,
    isGone: () => life.killed,
    pause: () => undefined,
    listen: () => undefined,
    kill: die,
    async ask({ token, solution, args }, { onFrame, onEnd }) {
      life.asked.push(solution);
      const say = (reply: GuestReply, output?: string) => onFrame(Buffer.from(writeReply(reply, output)));
      void ended.promise.then(() => onEnd(death));
      await null;
      if (lost.delete(solution)) return onEnd(death);
      say({ kind: 'begun', token });
      const [, until] = solution.split(' ').map(Number);
      for (let index = 0; index < args.length; index += 1) {
        await new Promise((resolve) => setImmediate(resolve));
        if (life.killed) return;
        if (index === until) return onEnd(death);
        const fields = { outcome: { kind: 'returned' } as const, cpuMs: 1, heapKiB: 1, console: '' };
        say({ kind: 'claim', token, index, ...fields }, '7');
      }
    },
  };
}

function optionsOf(lives: Life[], change: Partial<PoolOptions>): PoolOptions {
  return {
    size: 3,
    weakSandbox: false,
    warm: ['plain'],
    findFiles: async () => files,
    start: async () => play(lives, new Set()),
    onKill: () => undefined,
    ...change,
  };
}
const files = { guest: '', bootstrap: '', addon: '', snapshot: null };

const submission = fc.record({
  /** Dies in this test; the sixteenth is none. */
  until: fc.nat(16),
  tests: fc.integer({ min: 1, max: 15 }),
  /** Looked at until the caller has had enough. */
  patience: fc.integer({ min: 1, max: 20 }),
  lost: fc.boolean(),
});

test('no process meets two submissions, whatever becomes of either, and none that was asked lives on', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.array(submission, { minLength: 1, maxLength: 8 }),
      async (size, submissions) => {
        const lives: Life[] = [];
        const lost = new Set<string>();
        const pool = await openPool(optionsOf(lives, { size, start: async () => play(lives, lost) }));
        const run = async (
          { until, tests, patience, lost: isLost }: (typeof submissions)[number],
          i: number,
        ) => {
          const solution = `${i} ${until}`;
          if (isLost) lost.add(solution);
          let seen = 0;
          for await (const _claim of pool.run(requestOf(solution, tests))) {
            seen += 1;
            if (seen === patience) break;
          }
        };
        await Promise.all(submissions.map(run));
        const used = lives.filter(({ asked }) => asked.length > 0);
        expect(new Set(used.flatMap(({ asked }) => asked)).size).toBe(submissions.length);
        expect(used.filter(({ asked }) => asked.length > 1)).toEqual([]);
        expect(used.filter(({ killed }) => !killed)).toEqual([]);
        await pool.close();
        expect(lives.filter(({ killed }) => !killed)).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});

describe('a disk that is full for a while', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => vi.useRealTimers());

  let full = true;
  const lives: Life[] = [];
  /** A judge that is ready while no snapshot of tfjs can be made. */
  async function openInTrouble() {
    full = true;
    const findFiles: PoolOptions['findFiles'] = async (runtime) => {
      if (runtime === 'tf' && full) throw new Error('ENOSPC: no space left on device');
      return files;
    };
    const pool = await openPool(optionsOf(lives, { warm: ['plain', 'tf'], findFiles }));
    await settled();
    return pool;
  }
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  const run = async (pool: Awaited<ReturnType<typeof openPool>>, runtime: Runtime = 'tf') => {
    const outcomes: string[] = [];
    for await (const { outcome } of pool.run({ ...requestOf('0 16', 1), runtime }))
      outcomes.push(outcome.kind);
    return outcomes;
  };
  const standing = { warm: 3, starting: 0, inUse: 0 };

  test('fails what comes meanwhile, and nothing that comes after', async () => {
    const pool = await openInTrouble();
    await expect(run(pool)).rejects.toThrow('ENOSPC');
    full = false;
    for (let i = 0; i < 3; i += 1) expect(await run(pool)).toEqual(['returned']);
    await pool.close();
  });

  test('leaves nothing to be mended: by and by sandboxes wait ready again, though nobody submits', async () => {
    const pool = await openInTrouble();
    expect(pool.state()).toEqual({ plain: standing, tf: { warm: 0, starting: 0, inUse: 0 } });
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    await settled();
    expect(pool.state().tf.warm).toBe(0);
    full = false;
    await vi.advanceTimersByTimeAsync(60_000);
    await settled();
    expect(pool.state()).toEqual({ plain: standing, tf: standing });
    await pool.close();
  });

  test('whoever was given a sandbox on its way that does not come gets another', async () => {
    let starts = 0;
    const first = Promise.withResolvers<never>();
    const start: PoolOptions['start'] = async () => {
      starts += 1;
      return starts === 2 ? first.promise : play(lives, new Set());
    };
    const pool = await openPool(optionsOf(lives, { size: 2, start }));
    expect(await run(pool, 'plain')).toEqual(['returned']);
    const running = run(pool, 'plain');
    await settled();
    first.reject(new Error('a sandbox does not start'));
    expect(await running).toEqual(['returned']);
    await pool.close();
  });

  test('closed meanwhile, it is not waited for', async () => {
    const pool = await openInTrouble();
    await pool.close();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('where what must come up does not, that is told and nothing is left', async () => {
    const findFiles: PoolOptions['findFiles'] = async (runtime) => {
      await settled();
      if (runtime === 'tf') throw new Error('no walls');
      return files;
    };
    await expect(openPool(optionsOf(lives, { warm: ['tf', 'plain'], findFiles }))).rejects.toThrow(
      'no walls',
    );
    expect(vi.getTimerCount()).toBe(0);
    expect(lives.filter(({ killed }) => !killed)).toEqual([]);
  });
});
