import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { addDays, dayOf, daysBetween, isInReach, isTimeZone } from './calendar.ts';

test.each([
  // The same moments, seen from two places.
  ['2026-03-01T03:59:59+08:00', 'Asia/Shanghai', '2026-02-28'],
  ['2026-03-01T04:00:00+08:00', 'Asia/Shanghai', '2026-03-01'],
  ['2026-03-01T04:00:00+08:00', 'America/Los_Angeles', '2026-02-28'],
  ['2026-01-01T02:00:00+08:00', 'Asia/Shanghai', '2025-12-31'],
  // Clocks go from 2 to 3 on 8 March 2026: four on the wall is three hours after midnight.
  ['2026-03-08T03:59:00-07:00', 'America/Los_Angeles', '2026-03-07'],
  ['2026-03-08T04:00:00-07:00', 'America/Los_Angeles', '2026-03-08'],
  // And from 2 back to 1 on 1 November: it is five hours after midnight.
  ['2026-11-01T03:59:00-08:00', 'America/Los_Angeles', '2026-10-31'],
  ['2026-11-01T04:00:00-08:00', 'America/Los_Angeles', '2026-11-01'],
  // Half and quarter hours; and Samoa, which left out a whole day.
  ['2026-06-01T03:59:00+05:45', 'Asia/Kathmandu', '2026-05-31'],
  ['2026-06-01T04:00:00+05:45', 'Asia/Kathmandu', '2026-06-01'],
  ['2011-12-31T05:00:00+14:00', 'Pacific/Apia', '2011-12-31'],
])('%s in %s belongs to %s', (at, zone, day) => {
  expect(dayOf(new Date(at), zone)).toBe(day);
});

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('days add up, across months, leap years and changes of the clock', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -5000, max: 5000 }), (from, count) => {
      expect(daysBetween(from, addDays(from, count))).toBe(count);
    }),
  );
});

test('a later moment never belongs to an earlier day', () => {
  const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
  const zone = fc.constantFrom(
    'Asia/Shanghai',
    'America/Los_Angeles',
    'Europe/Berlin',
    'Australia/Lord_Howe',
  );
  fc.assert(
    fc.property(moment, fc.integer({ min: 0, max: 200_000_000 }), zone, (at, more, timeZone) => {
      expect(dayOf(at, timeZone) <= dayOf(new Date(at.getTime() + more), timeZone)).toBe(true);
    }),
  );
});

test('a name that is no time zone is told from one that is', () => {
  expect(['Asia/Shanghai', 'UTC', 'Etc/GMT+8'].filter(isTimeZone)).toHaveLength(3);
  expect(
    ['Mars/Olympus', '', 'Asia/Shanghai; drop', '+13:37', '-0800', '−08:00', '+05'].filter(isTimeZone),
  ).toEqual([]);
});

test('whoever asks for a zone in a thousand spellings makes nobody else wait for each day', () => {
  const name = 'Antarctica/Macquarie';
  for (let i = 0; i < 1024; i++) {
    const spelt = [...name].map((letter, at) =>
      (i >> at) & 1 ? letter.toUpperCase() : letter.toLowerCase(),
    );
    expect(isTimeZone(spelt.join(''))).toBe(true);
  }
  const make = vi.spyOn(Intl, 'DateTimeFormat');
  for (let i = 0; i < 10; i++) dayOf(new Date(), 'Pacific/Chatham');
  expect(make).toHaveBeenCalledTimes(1);
});

test('a day or moment lies in the years that clocks can be set to, or it is none', () => {
  expect(['1970-01-01', '2099-12-31', '2026-03-01T12:00:00.000Z'].filter(isInReach)).toHaveLength(3);
  expect(['', '0000-01-01', '0026-03-01', '1969-12-31', '2100-01-01T00:00:00Z'].filter(isInReach)).toEqual(
    [],
  );
});
