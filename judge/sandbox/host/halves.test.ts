import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RunRequest, TestClaim } from '../run.ts';
import { type RunPart, runInHalves } from './halves.ts';

const limits = { timeMs: 1, wallMs: 1, memoryMiB: 1, outputKiB: 1, codeKiB: 1 };

function requestOf(count: number): RunRequest {
  const tests = Array.from({ length: count }, (_, n) => ({ args: n }));
  return { runtime: 'plain', driver: {}, solution: '', limits, seed: 1, tests };
}

const echo = (args: unknown, place: number | undefined): Omit<TestClaim, 'index'> => ({
  outcome: { kind: 'returned', output: [args, place] as never },
  cpuMs: 0,
  memoryKiB: 0,
  console: '',
});

const died: Omit<TestClaim, 'index'> = {
  outcome: { kind: 'failed', verdict: 'RTE', failure: { kind: 'died', how: 'SIGABRT' } },
  cpuMs: 0,
  memoryKiB: 0,
  console: '',
};

/** Answers every test, and ends after the test `last` as a sandbox does that died in it. */
const runUntil = (last: number): RunPart =>
  async function* (part) {
    for (const [index, { args, place }] of part.tests.entries()) {
      yield { index, ...(args === last ? died : echo(args, place)) };
      if (args === last) return;
    }
  };

async function collect(claims: AsyncGenerator<TestClaim>): Promise<TestClaim[]> {
  const found: TestClaim[] = [];
  for await (const claim of claims) found.push(claim);
  return found;
}

test('two sandboxes tell what one would have told, up to the test in which one of them died', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 40 }), fc.nat(45), async (count, last) => {
      const claims = await collect(runInHalves(requestOf(count), runUntil(last)));
      const told = count - 2 <= last ? count : last + 1;
      const expected = Array.from({ length: told }, (_, n) => ({
        index: n,
        ...(n === last ? died : echo(n, n)),
      }));
      expect(claims).toEqual(expected);
    }),
  );
});

test('both begin before either is done', async () => {
  const begun: number[] = [];
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const claims = runInHalves(requestOf(2), async function* ({ tests: [first] }) {
    begun.push(Number(first?.args));
    await released;
    yield { index: 0, ...echo(first?.args, first?.place) };
  });
  const all = collect(claims);
  expect(begun).toEqual([0, 1]);
  release();
  expect(await all).toHaveLength(2);
});

test('who stops listening waits for neither', async () => {
  const stopped: string[] = [];
  const claims = runInHalves(requestOf(4), async function* ({ tests: [first] }, stop) {
    if (first?.args === 0) yield { index: 0, ...echo(0, 0) };
    // As a solution that loops: only the kill ends it.
    await new Promise<void>((_, reject) => {
      stop.addEventListener('abort', () => reject(new Error('killed')));
    }).finally(() => stopped.push(String(first?.args)));
  });
  for await (const claim of claims) {
    expect(claim.index).toBe(0);
    break;
  }
  expect(new Set(stopped)).toEqual(new Set(['0', '1']));
});

test('trouble in one half is thrown where its test would have been told', async () => {
  const claims = runInHalves(requestOf(4), async function* ({ tests: [first] }) {
    if (first?.args === 1) throw new Error('no sandbox');
    yield { index: 0, ...echo(0, 0) };
  });
  expect((await claims.next()).value?.index).toBe(0);
  await expect(claims.next()).rejects.toThrow('no sandbox');
});
