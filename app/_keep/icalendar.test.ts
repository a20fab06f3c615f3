import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CalendarComponent, propertyOf, readCalendar, textOf } from '#tests/harness/calendar-reader.ts';
import { calendarText, type DayEvent } from './icalendar.ts';

const now = new Date('2026-01-31T08:09:10.500Z');
const event: DayEvent = {
  uid: 'due-2026-02-28@whetstone',
  day: '2026-02-28',
  summary: '3 cards due',
  url: 'https://example.org/en/practice',
};
const eventsOf = ({ components }: CalendarComponent) => components.filter(({ name }) => name === 'VEVENT');

test('a day on which something is due is an event of that whole day, which makes nobody busy', () => {
  const calendar = readCalendar(calendarText({ name: 'Due', now, events: [event] }));
  expect(propertyOf(calendar, 'VERSION')).toBe('2.0');
  expect(propertyOf(calendar, 'PRODID')).not.toBe('');
  const [only] = eventsOf(calendar);
  expect(only?.properties).toEqual(
    expect.arrayContaining([
      { name: 'UID', parameters: [], value: event.uid },
      { name: 'DTSTAMP', parameters: [], value: '20260131T080910Z' },
      { name: 'DTSTART', parameters: ['VALUE=DATE'], value: '20260228' },
      { name: 'DTEND', parameters: ['VALUE=DATE'], value: '20260301' },
      { name: 'TRANSP', parameters: [], value: 'TRANSPARENT' },
    ]),
  );
});

test('a calendar in which nothing is due is still one', () => {
  expect(eventsOf(readCalendar(calendarText({ name: 'Due', now, events: [] })))).toEqual([]);
});

test('whatever a title says, in any script and at any length, is read as it was written', () => {
  const line = fc.string({
    unit: fc.constantFrom('a', '复', '😀', ',', ';', '\\', '\n', ':', '"', ' ', 'n'),
  });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 4 }), line, (summaries, name) => {
      const events = summaries.map((summary) => ({ ...event, summary }));
      const calendar = readCalendar(calendarText({ name, now, events }));
      expect(textOf(propertyOf(calendar, 'NAME'))).toBe(name);
      expect(eventsOf(calendar).map((one) => textOf(propertyOf(one, 'SUMMARY')))).toEqual(summaries);
    }),
  );
});
