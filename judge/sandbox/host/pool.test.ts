/** Which process serves whom. No process is started: the guests are played. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Confined } from '../../confine.ts';
import type { RunRequest } from '../run.ts';
import { type GuestReply, writeReply } from '../wire.ts';
import type { Guest } from './guest-process.ts';
import { openPool } from './pool.ts';

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
        const pool = await openPool({
          size,
          weakSandbox: false,
          warm: ['plain'],
          findFiles: async () => ({ guest: '', bootstrap: '', addon: '', snapshot: null }),
          start: async () => play(lives, lost),
          onKill: () => undefined,
        });
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
