/** When a source gets its answer and what happens to the checker. No process is started: the checkers are played. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { untraced } from '../../trace.ts';
import type { Checker } from './checker.ts';
import { type CheckersOptions, openCheckers, type RecycleCause } from './checkers.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => vi.useRealTimers());

/** Answers everything but `deadly`, of which it dies by its CPU time. */
function play() {
  const ended = Promise.withResolvers<void>();
  let gone = false;
  void ended.promise.then(() => {
    gone = true;
  });
  const checker: Checker = {
    async ask({ source }) {
      if (gone) return { kind: 'died', strike: null };
      if (source !== 'deadly') return { kind: 'compiled', javascript: source };
      ended.resolve();
      return { kind: 'died', strike: 'cpu' };
    },
    kill: () => ended.resolve(),
    isGone: () => gone,
    ended: ended.promise,
  };
  return checker;
}

/** Checkers of which the first `size` start; what comes after waits for `allow`, or for ever. */
async function open(change: Partial<CheckersOptions> = {}) {
  const started: Checker[] = [];
  const told: RecycleCause[] = [];
  const { size = 1 } = change;
  let gate = Promise.withResolvers<void>();
  const checkers = await openCheckers({
    size,
    uses: 2,
    onRecycle: (cause) => told.push(cause),
    start: async () => {
      if (started.length >= size) await gate.promise;
      const checker = play();
      started.push(checker);
      return checker;
    },
    ...change,
  });
  const ask = (source: string) =>
    checkers.ask({ kind: 'compile', source, signature: '', entryPoints: [], runtime: 'plain' }, untraced);
  return {
    checkers,
    ask,
    started,
    told,
    allow: () => gate.resolve(),
    /** None starts from now on. */
    refuse: () => {
      gate.reject(new Error('no space left on device'));
      gate.promise.catch(() => undefined);
    },
    relent: () => {
      gate = Promise.withResolvers();
      gate.resolve();
    },
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));
const answered = expect.objectContaining({ kind: 'compiled' });

test('an answer does not wait for the checker that comes after a worn one', async () => {
  const { checkers, ask, told, allow } = await open();
  await ask('1');
  const heard = vi.fn();
  void ask('2').then(heard);
  await settled();
  expect(heard).toHaveBeenCalledWith(answered);
  expect([checkers.state(), told]).toEqual([{ alive: 0, busy: 1 }, ['worn']]);
  const third = ask('3');
  allow();
  expect(await third).toEqual(answered);
  expect(told).toEqual(['worn']);
  await checkers.close();
});

test('nor does a verdict on what killed its checker', async () => {
  const { checkers, ask, told, allow } = await open();
  const heard = vi.fn();
  void ask('deadly').then(heard);
  await settled();
  expect(heard).toHaveBeenCalledWith({ kind: 'died', strike: 'cpu' });
  allow();
  expect(await ask('1')).toEqual(answered);
  expect(told).toEqual(['cpu']);
  await checkers.close();
});

test('where no checker starts after a worn one, its answer is good, and the next source is told the trouble', async () => {
  const { checkers, ask, told, refuse, relent } = await open();
  await ask('1');
  refuse();
  expect(await ask('2')).toEqual(answered);
  await settled();
  await expect(ask('3')).rejects.toThrow('no space left');
  relent();
  expect(await ask('3')).toEqual(answered);
  expect(told).toEqual(['worn']);
  await checkers.close();
});

test('a checker that dies while nobody asks is replaced, as soon as one starts', async () => {
  const { checkers, started, told, refuse, relent } = await open({ size: 2 });
  refuse();
  started[0]?.kill();
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  await settled();
  expect([checkers.state(), told]).toEqual([{ alive: 1, busy: 0 }, ['died']]);
  relent();
  await vi.advanceTimersByTimeAsync(60_000);
  await settled();
  expect([checkers.state(), told]).toEqual([{ alive: 2, busy: 0 }, ['died']]);
  await checkers.close();
});

test('one that is on its way when all is closed is ended too, and nothing is tried again', async () => {
  const { checkers, ask, started, allow } = await open();
  await ask('deadly');
  const closing = checkers.close();
  allow();
  await closing;
  expect(started.map((checker) => checker.isGone())).toEqual([true, true]);
  expect(vi.getTimerCount()).toBe(0);
});
