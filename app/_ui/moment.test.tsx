import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, expect, test, vi } from 'vitest';
import { readChoice } from '../[locale]/rejudgings/read-choice.ts';
import { formatDate, formatMoment } from './format-date.ts';
import { Moment } from './moment.tsx';

afterEach(() => {
  vi.unstubAllEnvs();
});

test('what a reader chose by their own clock is shown by it', () => {
  vi.stubEnv('TZ', 'Asia/Shanghai');
  const { since = '' } = readChoice({ since: '2026-01-31T00:00' });
  expect(since).toBe('2026-01-30T16:00:00.000Z');
  expect(formatMoment('en', since)).toBe('31 Jan 2026, 00:00');
  expect(formatMoment('zh', since)).toBe('2026年1月31日 00:00');
});

test('before the browser has its say, a moment is told by a clock that is named', () => {
  vi.stubEnv('TZ', 'Asia/Shanghai');
  const html = renderToStaticMarkup(
    <p>
      <Moment locale="en" at="2026-01-30T16:00:00Z" say={(date) => `from ${date} on`} />
    </p>,
  );
  const time = '<time dateTime="2026-01-30T16:00:00.000Z">30 Jan 2026, 16:00 UTC</time>';
  expect(html).toBe(`<p>from ${time} on</p>`);
});

test('a moment is never shown as the day that it is somewhere else', () => {
  expect(formatDate('en', '2026-01-31')).toBe('31 January 2026');
  expect(() => formatDate('en', '2026-01-30T16:00:00.000Z')).toThrow(RangeError);
});
