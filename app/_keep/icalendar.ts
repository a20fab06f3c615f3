/** A calendar as RFC 5545 wants it. */
import { addDays } from '#app/_practice/calendar.ts';

export type DayEvent = {
  /** The same for the same event, for ever. */
  uid: string;
  /** `2026-01-31` */
  day: string;
  summary: string;
  url: string;
};

type Calendar = { name: string; now: Date; events: readonly DayEvent[] };

export function calendarText({ name, now, events }: Calendar): string {
  const stamp = now.toISOString().replace(/\.\d+|[-:]/g, '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Whetstone//Practice//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    // The one is RFC 7986's, the other is what most calendars read.
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...events.flatMap((event) => eventLines(event, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function eventLines({ uid, day, summary, url }: DayEvent, stamp: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
    // The first day that it doesn't cover any more.
    `DTEND;VALUE=DATE:${addDays(day, 1).replaceAll('-', '')}`,
    `SUMMARY:${escapeText(summary)}`,
    `URL:${url}`,
    // Nobody is busy because cards are due.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');
}

const mostOctets = 75;

/** No line is longer than 75 octets; what goes on begins with a space. No character is torn apart. */
function fold(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > mostOctets) {
      pieces.push(piece);
      piece = ' ';
      octets = 1;
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join('\r\n');
}
