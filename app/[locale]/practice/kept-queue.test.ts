import { expect, test } from 'vitest';
import { parseQueue } from './kept-queue.ts';

const card = {
  kind: 'question',
  slug: 'overfitting',
  title: 'Overfitting',
  isNew: true,
  leech: false,
  intervals: { 1: 1, 2: 2, 3: 3, 4: 15 },
};

test('a kept queue comes back as it was', () => {
  expect(parseQueue(JSON.parse(JSON.stringify({ owner: 'me', cards: [card] })))).toEqual({
    owner: 'me',
    cards: [card],
  });
});

test('a card that another version wrote is left out, and nonsense is nothing', () => {
  const { intervals: _, ...older } = card;
  expect(parseQueue({ owner: '', cards: [older, card, null, 7] })?.cards).toEqual([card]);
  for (const kept of [null, [], 'x', { owner: 1, cards: [] }, { owner: '' }])
    expect(parseQueue(kept)).toBeUndefined();
});
