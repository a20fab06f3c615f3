import { expect, test } from 'vitest';
import { testName, testNameInFull } from './test-names.ts';

const groups = [
  { name: 'sample', title: { en: 'Samples', zh: '样例' } },
  { name: '2-options', title: { en: 'Options', zh: '选项' } },
];
const tests = [
  { name: 'sample/01-perceptron', group: 'sample', sample: true },
  { name: 'sample/02-llama', group: 'sample', sample: true },
  { name: 'secret/2-options/01-bias', group: '2-options', sample: false },
  { name: 'secret/2-options/03-groups', group: '2-options', sample: false },
] as const;
const [, llama, , grouped] = tests;

test('a failed sample is called what its tab beside the editor is called, in both languages', () => {
  expect(testNameInFull('en', llama, { tests, groups })).toBe('Sample 2');
  expect(testNameInFull('zh', llama, { tests, groups })).toBe('样例 2');
});

test('any other test has its place in its group, and no name of a file', () => {
  expect(testName('en', grouped, tests)).toBe('Test 2');
  expect(testNameInFull('en', grouped, { tests, groups })).toBe('Options · Test 2');
  expect(testNameInFull('zh', grouped, { tests, groups })).toBe('选项 · 测试 2');
});

test('a judge error, which is no test of any group, still has a name', () => {
  const judge = { name: 'judge', group: 'none', sample: false };
  expect(testNameInFull('en', judge, { tests: [judge], groups })).toBe('Test 1');
});
