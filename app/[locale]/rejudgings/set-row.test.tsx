import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { ListedSet } from '#judge/rejudge.ts';
import { SetRow } from './set-row.tsx';

test('when a set was made is not told as a day that it is only elsewhere', () => {
  const set: ListedSet = {
    rejudging: {
      id: '0190a3c4-0000-7000-8000-000000000000',
      reason: '1e9 + 1e9',
      choice: {},
      target: 'current',
      state: 'open',
      createdAt: new Date('2026-01-30T16:00:00Z'),
      createdById: 'ines',
      createdBy: { id: 'ines', name: 'Ines' },
      decidedAt: null,
      decidedById: null,
      decidedBy: null,
    },
    progress: {
      total: 1,
      dropped: 0,
      judged: 0,
      queued: 1,
      running: 0,
      differing: 0,
      judgeErrors: 0,
      conflicts: 0,
      applied: 0,
      leftOut: 0,
    },
  };
  const html = renderToStaticMarkup(<SetRow locale="en" set={set} />);
  expect(html).toMatch(/made by Ines on <time [^>]*>30 Jan 2026, 16:00 UTC<\/time>/);
});
