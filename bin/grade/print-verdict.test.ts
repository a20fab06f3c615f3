import { expect, test } from 'vitest';
import type { QuestionTitle } from '#content/list-questions.ts';
import type { Locale, Verdict } from '#judge/verdict.ts';
import { verdictJson, verdictText } from './print-verdict.ts';

const explaining: QuestionTitle = {
  slug: 'kinds-of-pruning-and-hardware',
  difficulty: 'medium',
  topics: [],
  problems: ['prune'],
  title: { en: 'Which kinds are there?', zh: '有哪些剪枝？' },
};
const shared = { group: 'sample', cpuMs: 1, memoryKiB: 1, console: '', hint: null } as const;
const wrong: Verdict = {
  verdict: 'WA',
  score: 40,
  maxScore: 100,
  cpuMs: 12.4,
  memoryKiB: 2048,
  compile: [],
  groups: [
    { name: 'sample', title: { en: 'S', zh: '样' }, points: 0, score: 0, verdict: 'WA', run: 2, total: 2 },
  ],
  tests: [
    { ...shared, name: 'sample/01', sample: true, verdict: 'AC', failure: null },
    {
      ...shared,
      name: 'sample/02',
      sample: true,
      verdict: 'WA',
      failure: { kind: 'secret' },
      hint: { en: 'Magnitude.', zh: '幅值。' },
      console: 'one\ntwo\n',
    },
  ],
  diagnosis: {
    id: 'keeps-small-weights',
    title: { en: 'The mask is inverted', zh: '掩码取反了' },
    message: { en: 'The small ones stayed.', zh: '小的留下了。' },
  },
};
const telling = (locale: Locale, known: QuestionTitle | undefined = explaining) => ({
  locale,
  explaining: known,
  siteUrl: 'http://localhost:3000',
  ofSite: 'prune',
});

test('a wrong file is told with the mistake it looks like and where that is explained', () => {
  expect(verdictText(wrong, telling('en'))).toBe(
    `WA · 40 of 100 points · 12 ms · 2.0 MiB
  WA  sample  2 of 2 tests run
  WA sample/02: The output differs from what was expected. This case keeps its values to itself.
    hint: Magnitude.
    it printed: one
    two

It looks like: The mask is inverted
The small ones stayed.
What explains it: Which kinds are there?
http://localhost:3000/en/questions/kinds-of-pruning-and-hardware`,
  );
});

test('the same in Chinese, with --locale zh', () => {
  expect(verdictText(wrong, telling('zh'))).toBe(
    `WA · 40 / 100 分 · 12 ms · 2.0 MiB
  WA  sample  已跑 2 / 2 个测试
  WA sample/02: 输出与期望不符。该用例不公开具体数值。
    提示：幅值。
    打印输出：one
    two

看起来是：掩码取反了
小的留下了。
相关讲解：有哪些剪枝？
http://localhost:3000/zh/questions/kinds-of-pruning-and-hardware`,
  );
});

test('without a diagnosis nothing is guessed', () => {
  expect(verdictText({ ...wrong, diagnosis: null }, telling('en'))).not.toMatch(/looks like|explains|http/);
});

test('where no question explains it, the problem’s editorial does; of a package elsewhere no address is made up', () => {
  const unexplained = { ...telling('zh'), explaining: undefined };
  expect(verdictText(wrong, unexplained)).toMatch(
    /小的留下了。\n相关讲解：本题题解\nhttp:\/\/localhost:3000\/zh\/problems\/prune\?read=editorial$/,
  );
  expect(verdictText(wrong, { ...unexplained, ofSite: undefined })).toMatch(/小的留下了。$/);
});

test('a file that does not compile is told by line, in the language that was asked for', () => {
  const message = 'The solution must export prune; its type is in signature.ts.';
  const at = { line: 3, column: 7, endLine: 3, endColumn: 9, code: 'EXPORT', message };
  const broken: Verdict = { ...wrong, verdict: 'CE', compile: [at], tests: [], groups: [], diagnosis: null };
  expect(verdictText(broken, telling('en'))).toContain(`\n  3:7 EXPORT ${message}`);
  expect(verdictText(broken, telling('zh'))).toContain('\n  3:7 EXPORT 代码必须导出 prune');
});

test('as JSON it is worded as the API words it', () => {
  const json = (locale: Locale) =>
    verdictJson(wrong, { ...telling(locale), problem: 'prune', version: 'sha256:0' });
  expect(json('en').diagnosis).toEqual({
    id: 'keeps-small-weights',
    title: 'The mask is inverted',
    message: 'The small ones stayed.',
    question: {
      slug: 'kinds-of-pruning-and-hardware',
      title: 'Which kinds are there?',
      href: '/en/questions/kinds-of-pruning-and-hardware',
    },
  });
  expect(json('zh').diagnosis).toMatchObject({
    title: '掩码取反了',
    question: { title: '有哪些剪枝？', href: '/zh/questions/kinds-of-pruning-and-hardware' },
  });
  expect(json('zh').tests[1]?.message).toMatch(/\p{Script=Han}/u);
});
