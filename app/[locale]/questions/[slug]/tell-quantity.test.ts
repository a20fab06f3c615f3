import { expect, test } from 'vitest';
import { gradeQuantity, parseQuantity } from '#content/quantity.ts';
import { tellQuantity } from './tell-quantity.ts';

const tell = (given: string, right: string, locale: 'en' | 'zh' = 'en') => {
  const answer = parseQuantity(right);
  if (answer === undefined) throw new Error(`${right} is no quantity`);
  return tellQuantity(locale, gradeQuantity(given, answer, 0.01), answer);
};

test.each<[string, string, string]>([
  ['1.5 GB', '1.5 GB', ''],
  ['', '1.5 GB', 'Write a number first, such as 1.5 or 1.5e9.'],
  ['1.5', '1.5 GB', 'The unit is missing: say B, GB or GiB, for example.'],
  ['1.5 gigs', '1.5 GB', '“gigs” is not a unit I know here: say B, GB or GiB, for example.'],
  ['1.5 s', '1.5 GB', '“s” measures something else: say B, GB or GiB, for example.'],
  [
    '1.5 GiB',
    '1.5 GB',
    'The number fits, the unit does not: it would be right in GB, not in GiB. A GB is 10⁹ bytes, a GiB 2³⁰; MB and MiB, kB and KiB differ alike.',
  ],
  [
    '1.5 Gb',
    '1.5 GB',
    'The number fits, the unit does not: it would be right in GB, not in Gb. A byte, B, has 8 bits, b.',
  ],
  ['1.5 MB', '1.5 GB', 'The number fits, the unit does not: it would be right in GB, not in MB.'],
  ['2 GB', '1.5 GB', 'The unit is fine; the number is too large.'],
  ['1 GB', '1.5 GB', 'The unit is fine; the number is too small.'],
  ['27.3', '27.3 %', 'The number fits, the unit is missing: it would be right in %.'],
  ['30 %', '27.3 %', 'The number is too large.'],
  ['7M', '7', 'The number fits, the unit does not: it would be right without “M”.'],
  ['9', '7', 'The number is too large.'],
  ['150', '150 tokens/s', 'The unit is missing: say tokens/s, for example.'],
  [
    '150 K tokens/s',
    '150 tokens/s',
    'The number fits, the unit does not: it would be right in tokens/s, not in K tokens/s.',
  ],
  ['15 s', '15 ms', 'The number fits, the unit does not: it would be right in ms, not in s.'],
])('%s where %s is right: %s', (given, right, told) => {
  expect(tell(given, right)).toBe(told);
});

test('the Chinese is told in Chinese', () => {
  expect(tell('1.5 GiB', '1.5 GB', 'zh')).toBe(
    '数对了，单位不对：应为 GB，而不是 GiB。1 GB 是 10⁹ 字节，1 GiB 是 2³⁰ 字节；MB 与 MiB、kB 与 KiB 同理。',
  );
  expect(tell('1.5', '1.5 GB', 'zh')).toBe('缺少单位：可以写 B、GB 或 GiB。');
});
