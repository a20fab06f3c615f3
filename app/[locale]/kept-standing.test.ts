import { beforeEach, expect, test, vi } from 'vitest';
import {
  forgetStanding,
  keepStanding,
  noStanding,
  parseStanding,
  readStanding,
  watchForgetting,
} from './kept-standing.ts';

const store = new Map<string, string>();
let full = false;
beforeEach(() => {
  store.clear();
  full = false;
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => store.get(key) ?? null,
    removeItem: (key: string) => store.delete(key),
    setItem: (key: string, text: string) => {
      if (full) throw new DOMException('full', 'QuotaExceededError');
      store.set(key, text);
    },
  });
});

const standing = {
  questions: ['overfitting'],
  problems: [{ slug: 'prune', solved: true }],
  due: { review: 6, fresh: 5 },
};

test('what is known of somebody comes back as it was kept', () => {
  for (const kept of [standing, { ...standing, due: null }, noStanding])
    expect(parseStanding(JSON.stringify(kept))).toEqual(kept);
});

test('of what another version or a broken store holds nothing is believed', () => {
  const { due: _, ...older } = standing;
  const odd = [
    older,
    { ...standing, questions: [1] },
    { ...standing, problems: ['prune'] },
    { ...standing, due: { review: '6' } },
    [],
    7,
  ];
  for (const kept of odd) expect(parseStanding(JSON.stringify(kept))).toEqual(noStanding);
  expect(parseStanding('{')).toEqual(noStanding);
  expect(parseStanding(null)).toEqual(noStanding);
});

test('what another tab has forgotten does not come back in this one', () => {
  keepStanding(standing);
  expect(readStanding()).toEqual(standing);
  store.clear();
  expect(readStanding()).toEqual(noStanding);
});

test('a full store shows what came last, not what it has', () => {
  keepStanding(noStanding);
  full = true;
  keepStanding(standing);
  expect(readStanding()).toEqual(standing);
});

test('whoever has asked before somebody signed out is told that the answer is not theirs', () => {
  const forgotten = watchForgetting();
  expect(forgotten()).toBe(false);
  forgetStanding();
  expect(forgotten()).toBe(true);
  expect(watchForgetting()()).toBe(false);
});
