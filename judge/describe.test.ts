import { expect, test } from 'vitest';
import { check } from './check.ts';
import { describeDiagnostic, describeFailure } from './describe.ts';
import type { Failure } from './verdict.ts';

const element = { index: [2, 1], expected: '0.5', actual: 'NaN', difference: 'NaN' };
const failures: Failure[] = [
  { kind: 'values', path: 'weights', wrong: 3, total: 8, worst: [element] },
  { kind: 'values', path: '', wrong: 1, total: 1, worst: [{ ...element, index: [] }] },
  { kind: 'structure', path: 'report', expected: 'an object of total, zeros', actual: 'Float32Array of 3' },
  { kind: 'not-plain', path: 'a[0]', actual: 'a function' },
  { kind: 'secret' },
  { kind: 'validator', message: { en: 'too far off', zh: '误差过大' } },
  { kind: 'threw', name: 'TypeError', message: 'x is null', line: 3, column: 1 },
  { kind: 'threw', name: 'Error', message: '', line: null, column: null },
  { kind: 'unsettled' },
  { kind: 'time', clock: 'cpu', limitMs: 1000 },
  { kind: 'time', clock: 'wall', limitMs: 1000 },
  { kind: 'memory', limitMiB: 64 },
  { kind: 'output', what: 'console', limitKiB: 64 },
  { kind: 'output', what: 'result', limitKiB: 64 },
  { kind: 'died', how: 'SIGTRAP' },
  { kind: 'judge', message: 'internal detail' },
];

test('every failure has its own words in both languages', () => {
  const english = failures.map((failure) => describeFailure(failure, 'en'));
  const chinese = failures.map((failure) => describeFailure(failure, 'zh'));
  expect(new Set(english).size).toBe(failures.length);
  expect(new Set(chinese).size).toBe(failures.length);
  for (const text of chinese) expect(text).toMatch(/\p{Script=Han}/u);
  for (const text of english) expect(text).not.toMatch(/\p{Script=Han}/u);
});

test('the worst element is told with its place, and a scalar without one', () => {
  expect(describeFailure(failures[0] as Failure, 'en')).toBe(
    'weights differs in 3 of 8 values: at [2, 1] expected 0.5, got NaN.',
  );
  expect(describeFailure(failures[1] as Failure, 'en')).toBe(
    'The output differs in 1 of 1 value: expected 0.5, got NaN.',
  );
  expect(describeFailure(failures[0] as Failure, 'zh')).toBe(
    'weights 有 3 / 8 个值不对：位置 [2, 1] 期望 0.5，实际 NaN。',
  );
  expect(describeFailure(failures[1] as Failure, 'zh')).toBe('输出有 1 / 1 个值不对：期望 0.5，实际 NaN。');
});

test('an integer is told with the quotient it is rounded from', () => {
  const worst = [{ index: [0], expected: '2', actual: '3', difference: '1', quotient: '2.5' }];
  const failure: Failure = { kind: 'values', path: 'q', wrong: 1, total: 4, worst };
  expect(describeFailure(failure, 'en')).toBe(
    'q differs in 1 of 4 values: at [0] expected 2 (2.5 rounded), got 3.',
  );
  expect(describeFailure(failure, 'zh')).toBe(
    'q 有 1 / 4 个值不对：位置 [0] 期望 2（由 2.5 舍入），实际 3。',
  );
});

test('kinds of values are named in Chinese too', () => {
  expect(describeFailure(failures[2] as Failure, 'zh')).toBe(
    'report：期望含 total, zeros 的对象，实际是长度为 3 的 Float32Array。',
  );
});

test('whatever kind of thing the comparison meets has its Chinese words', () => {
  const rules = { default: { kind: 'exact' } as const, fields: {} };
  const values = [1, Number.NaN, 'a', true, 1n, [], {}, { size: 1 }, new Int8Array(2), () => 1, Symbol('s')];
  const expected = [[1], 2, new Float32Array(1), { other: 1 }, 'x'];
  for (const claimed of values) {
    for (const value of expected) {
      const result = check(value, claimed, rules);
      if (result.accepted || result.failure.kind !== 'structure') continue;
      expect(describeFailure(result.failure, 'zh')).not.toMatch(/\b(an?|of|the|text|number|hole)\b/);
    }
  }
});

test('trouble of ours tells nothing of its inside', () => {
  expect(describeFailure({ kind: 'judge', message: 'internal detail' }, 'en')).not.toMatch(/internal/);
});

test('what the compiler says of its own has Chinese words, and TypeScript keeps its own', () => {
  const inChinese = (message: string) => describeDiagnostic({ message }, 'zh');
  expect(inChinese('The solution must export prune; its type is in signature.ts.')).toBe(
    '代码必须导出 prune，它的类型见 signature.ts。',
  );
  expect(
    inChinese("Cannot import 'fs': only ./signature.ts and @tensorflow/tfjs can be imported here."),
  ).toBe('不能导入 ‘fs’：这里只能导入 ./signature.ts 和 @tensorflow/tfjs。');
  expect(inChinese("add is not of its type in signature.ts. Type 'string' is not assignable.")).toBe(
    "add 与 signature.ts 中的类型不符。Type 'string' is not assignable.",
  );
  expect(inChinese("Type 'string' is not assignable.")).toBe("Type 'string' is not assignable.");
  const english = 'Type checking took more than 5 seconds.';
  expect(describeDiagnostic({ message: english }, 'en')).toBe(english);
});
