import { expect, test } from 'vitest';
import { noStanding, parseStanding } from './kept-standing.ts';

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
