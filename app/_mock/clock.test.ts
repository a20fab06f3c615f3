import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ClockAct, type ClockEvent, graceMs, isTimeOver, judgeAct, readClock } from './clock.ts';

const begin = Date.parse('2026-03-01T09:00:00Z');
const minute = 60_000;
const event = (minutes: number, act: ClockAct, place: number | null = null): ClockEvent => ({
  act,
  place,
  at: new Date(begin + minutes * minute),
});
const start = event(0, 'start', 0);
const at = (minutes: number) => ({ minutes: 20, now: new Date(begin + minutes * minute) });

test('pauses don’t count, wherever the page was meanwhile', () => {
  const clock = readClock([start, event(3, 'pause'), event(10, 'resume')], at(12));
  expect(clock).toMatchObject({ state: 'running', elapsedMs: 5 * minute, spentMs: { 0: 5 * minute } });
  expect(clock.pauses).toEqual([{ at: new Date(begin + 3 * minute), ms: 7 * minute }]);
});

test('a pause that is still going on grows, and the clock doesn’t', () => {
  const clock = readClock([start, event(3, 'pause')], at(63));
  expect(clock).toMatchObject({ state: 'paused', elapsedMs: 3 * minute, pauses: [{ ms: 60 * minute }] });
});

test('time belongs to the item that was open, also where one comes back', () => {
  const clock = readClock([start, event(2, 'go', 1), event(5, 'go', 0), event(6, 'finish')], at(100));
  expect(clock).toMatchObject({
    state: 'over',
    current: 0,
    spentMs: { 0: 3 * minute, 1: 3 * minute },
    elapsedMs: 6 * minute,
    finishedAt: new Date(begin + 6 * minute),
  });
});

test('once the time is over one may finish what one is at, and nothing else is begun', () => {
  const clock = readClock([start], at(21));
  expect([clock.state, isTimeOver(clock, 20)]).toEqual(['running', true]);
  const judge = (act: Parameters<typeof judgeAct>[1]['act'], place: number | null = null) =>
    judgeAct(clock, { act, place }, 20);
  expect([judge('go', 1), judge('go', 0), judge('finish')]).toEqual(['refused', 'same', 'changes']);
});

test('who goes away is done when the grace is over, and what comes later doesn’t count', () => {
  const clock = readClock([start, event(500, 'go', 3)], at(1000));
  const limit = 20 * minute + graceMs;
  expect(clock).toMatchObject({ state: 'over', current: 0, elapsedMs: limit });
  expect(clock.finishedAt).toEqual(new Date(begin + limit));
});

test('what stands already is not done again', () => {
  const paused = readClock([start, event(1, 'pause')], at(2));
  const done = readClock([start, event(1, 'finish')], at(2));
  expect(judgeAct(paused, { act: 'pause', place: null }, 20)).toBe('same');
  expect(judgeAct(done, { act: 'finish', place: null }, 20)).toBe('same');
  expect(judgeAct(done, { act: 'resume', place: null }, 20)).toBe('refused');
});

test('whatever is done, the items’ times come to the clock’s, and clock and pauses to the time that passed', () => {
  const acts = fc.record({
    minutes: fc.double({ min: 0, max: 4, noNaN: true }),
    act: fc.constantFrom('go' as const, 'pause' as const, 'resume' as const),
    place: fc.nat(5),
  });
  fc.assert(
    fc.property(
      fc.array(acts, { maxLength: 12 }),
      fc.double({ min: 0, max: 60, noNaN: true }),
      (all, rest) => {
        let now = 0;
        const events = [start];
        for (const { minutes, act, place } of all) {
          now += minutes;
          events.push(event(now, act, place));
        }
        const clock = readClock(events, at(now + rest));
        const spent = Object.values(clock.spentMs).reduce((sum, ms) => sum + ms, 0);
        const paused = clock.pauses.reduce((sum, { ms }) => sum + ms, 0);
        expect(spent).toBe(clock.elapsedMs);
        const until = clock.finishedAt?.getTime() ?? at(now + rest).now.getTime();
        expect(clock.elapsedMs + paused).toBe(until - begin);
      },
    ),
  );
});
