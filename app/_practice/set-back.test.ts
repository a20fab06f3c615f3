import fc from 'fast-check';
import { expect, test } from 'vitest';
import { setBack } from './set-back.ts';

const now = new Date('2026-03-01T12:00:00Z');
const at = (time: string) => ({ at: new Date(time) });
const times = (...entries: { at: Date }[]) => setBack(entries, now).map((one) => one.at.toISOString());

test('from a clock that is ahead, the last is now and the others keep their distances', () => {
  expect(times(at('2030-01-01T08:00:00Z'), at('2030-01-03T08:00:00Z'))).toEqual([
    '2026-02-27T12:00:00.000Z',
    '2026-03-01T12:00:00.000Z',
  ]);
});

test('from a clock that was set right meanwhile, what happened earlier stays earlier and is not sent years back', () => {
  expect(times(at('2026-03-01T11:59:00Z'), at('2099-01-01T00:00:00Z'))).toEqual([
    '2026-03-01T11:59:00.000Z',
    '2026-03-01T12:00:00.000Z',
  ]);
});

const moment = fc
  .integer({ min: -400_000_000, max: 400_000_000 })
  .map((ms) => ({ at: new Date(now.getTime() + ms) }));

test('whatever the clock says, the order stays, nothing is later than now, and what was not ahead of it alone is not touched', () => {
  fc.assert(
    fc.property(fc.array(moment, { maxLength: 12 }), (entries) => {
      const set = setBack(entries, now);
      for (const [index, one] of set.entries()) {
        expect(one.at.getTime()).toBeLessThanOrEqual(now.getTime());
        for (const [other, two] of set.entries()) {
          const [before, after] = [Number(entries[index]?.at), Number(entries[other]?.at)];
          if (before < after) expect(one.at.getTime()).toBeLessThan(two.at.getTime());
        }
      }
      if (entries.every((entry) => entry.at <= now)) expect(set).toEqual(entries);
    }),
  );
});
