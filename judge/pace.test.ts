import { expect, test } from 'vitest';
import { createPace } from './pace.ts';

function paceWithClock() {
  let time = 5000;
  const pace = createPace(() => time);
  return {
    ...pace,
    wait: (seconds: number) => {
      time += seconds * 1000;
    },
  };
}

test('a site that has just started claims to know nothing of the pace', () => {
  const pace = paceWithClock();
  pace.note();
  pace.wait(9.9);
  expect(pace.perMinute()).toBeNull();
});

test('after ten seconds the pace is that of what was heard', () => {
  const pace = paceWithClock();
  for (let i = 0; i < 10; i += 1) {
    pace.note();
    pace.wait(2);
  }
  expect(pace.perMinute()).toBe(30);
});

test('what was judged more than a minute ago is not counted, and silence is a pace of none', () => {
  const pace = paceWithClock();
  pace.note();
  pace.wait(50);
  pace.note();
  pace.wait(10);
  expect(pace.perMinute()).toBe(1);
  pace.wait(60);
  expect(pace.perMinute()).toBe(0);
});
