import { expect, test } from 'vitest';
import { cleanText } from './clean-text.ts';

test.each([
  ['colours', 'a\u001b[31mb\u001b[0m', 'ab'],
  ['a terminal’s title', 'a\u001b]0;owned\u0007b', 'ab'],
  ['an eight-bit escape', 'a\u009b31mb', 'a31mb'],
  ['a NUL, which Postgres refuses', 'a\0b', 'ab'],
  ['half a character', 'a\ud83d', 'a\ufffd'],
  ['text turned around', 'a\u202eb\u2066c\u200f', 'abc'],
  ['lines and tabs, which stay', 'a\r\n\tb', 'a\n\tb'],
])('%s', (_title, text, cleaned) => {
  expect(cleanText(text, 100)).toBe(cleaned);
});

test('text is cut to bytes between characters', () => {
  expect(cleanText('量'.repeat(10), 11)).toBe('量量…');
  expect(Buffer.byteLength(cleanText('量化'.repeat(5000), 2048))).toBeLessThanOrEqual(2048);
});
