import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followSubmission } from './follow-submission.ts';

/** A stream that says what the test wants it to. */
class FakeStream extends EventTarget {
  static OPEN = 1;
  static last: FakeStream | undefined;
  readyState = 1;
  onerror: (() => void) | null = null;
  constructor() {
    super();
    FakeStream.last = this;
  }
  close() {
    this.readyState = 2;
  }
  say(name: string, data: unknown) {
    this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) }));
  }
  break(readyState: number) {
    this.readyState = readyState;
    this.onerror?.();
  }
}

const verdict = { status: 'done', verdict: 'AC', score: 100 };
let answer: () => Response;
let told: string[];

function follow() {
  const end = followSubmission('1', 'en', {
    onStatus: (status, ahead) => told.push(ahead === null ? status : `${status}: ${ahead} ahead`),
    onUnattended: () => told.push('unattended'),
    onTest: ({ name }) => told.push(name),
    onVerdict: (given) => told.push(given.verdict),
    onGone: () => told.push('gone'),
  });
  const stream = FakeStream.last;
  if (!stream) throw new Error('no stream was opened');
  return { end, stream };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', FakeStream);
  vi.stubGlobal('fetch', async () => answer());
  told = [];
  answer = () => Response.json({ status: 'running' });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('each test is told as it is judged, then the verdict, and then nothing more is asked', async () => {
  const { stream } = follow();
  stream.say('status', { status: 'queued', ahead: 3 });
  stream.say('status', { status: 'running', ahead: null });
  stream.say('test', { name: 'sample/1' });
  stream.say('verdict', verdict);
  answer = () => {
    throw new Error('asked after the verdict');
  };
  await vi.advanceTimersByTimeAsync(60_000);
  expect(told).toEqual(['queued: 3 ahead', 'running', 'sample/1', 'AC']);
  expect(stream.readyState).toBe(2);
  expect(vi.getTimerCount()).toBe(0);
});

test('that no judge is at work is told', async () => {
  const { stream, end } = follow();
  stream.say('status', { status: 'queued', ahead: null });
  stream.say('unattended', {});
  expect(told).toEqual(['queued', 'unattended']);
  end();
});

test('a stream that the server refuses is replaced by asking', async () => {
  const { stream } = follow();
  stream.break(2);
  await vi.advanceTimersByTimeAsync(2000);
  answer = () => Response.json(verdict);
  await vi.advanceTimersByTimeAsync(2000);
  expect(told).toEqual(['running', 'AC']);
});

test('a stream that is held back on its way loses no verdict', async () => {
  follow();
  answer = () => Response.json(verdict);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(told).toEqual(['AC']);
});

test('after a broken line the stream goes on, and the verdict is told once', async () => {
  const { stream } = follow();
  stream.break(0);
  stream.readyState = 1;
  stream.say('test', { name: 'sample/2' });
  stream.say('verdict', verdict);
  stream.say('verdict', verdict);
  expect(told).toEqual(['sample/2', 'AC']);
});

test('no network for a while is waited out; a submission that is gone ends the waiting', async () => {
  const { stream } = follow();
  stream.break(2);
  answer = () => {
    throw new TypeError('network');
  };
  await vi.advanceTimersByTimeAsync(20_000);
  expect(told).toEqual([]);
  answer = () => new Response(null, { status: 404 });
  await vi.advanceTimersByTimeAsync(2000);
  expect(told).toEqual(['gone']);
  expect(vi.getTimerCount()).toBe(0);
});

test('leaving the page closes the stream and asks no more', async () => {
  const { end, stream } = follow();
  end();
  stream.say('verdict', verdict);
  expect(stream.readyState).toBe(2);
  expect(vi.getTimerCount()).toBe(0);
  expect(told).toEqual([]);
});
