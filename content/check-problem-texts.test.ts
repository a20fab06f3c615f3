import { expect, test } from 'vitest';
import { checkProblemTexts } from './check-problem-texts.ts';

const linkable = { questions: new Set(['kl-divergence']), problems: new Set(['prune']) };

/** What is told of a text that is the English statement; the Chinese one is given where it matters. */
async function told(en: string, zh = '求和。'): Promise<string[]> {
  const fine = { en: 'Add.', zh: '求和。' };
  const issues = await checkProblemTexts({ slug: 'add', statement: { en, zh }, editorial: fine }, linkable);
  return issues.map(({ file, line, message }) => `${file}:${line}: ${message}`);
}

test('a text with formulas, code, headings and ways to other pages is as it should be', async () => {
  const text = '## Sum\n\n$\\sum_i x_i$, as in [pruning](/en/problems/prune), [here](/en/problems/add#sum).';
  expect(await told(text.replace('#sum', ''))).toEqual([]);
  expect(
    await told('Asked in [a question](/en/questions/kl-divergence).\n\n```ts\nadd([1]);\n```\n'),
  ).toEqual([]);
});

test.each<[string, string, RegExp]>([
  ['a formula that is none', 'Add\n\nall $\\frac{1}$.', /^add\/statement\/problem\.en\.md:3: math: /],
  ['code of an unknown language', 'a\n\n```rust\nx\n```', /problem\.en\.md:3: code is marked rust/],
  ['a way to nowhere', '\nSee [it](/en/problems/gone).', /problem\.en\.md:2: .*there is no problem gone$/],
  [
    'a way to another language',
    '[q](/zh/questions/kl-divergence)',
    /problem\.en\.md:1: .*language of this file$/,
  ],
  ['a title of its own', 'x\n\n# Add\n', /problem\.en\.md:3: expected headings from ## on/],
])('%s is told by file and line', async (_what, text, expected) => {
  expect(await told(text)).toEqual([expect.stringMatching(expected)]);
});

test('of every text in either language', async () => {
  const broken = 'Some $\\frac{1}$.';
  const texts = { en: broken, zh: broken };
  const issues = await checkProblemTexts({ slug: 'add', statement: texts, editorial: texts }, linkable);
  expect(issues.map(({ file }) => file)).toEqual([
    'add/statement/problem.en.md',
    'add/statement/problem.zh.md',
    'add/solution/solution.en.md',
    'add/solution/solution.zh.md',
  ]);
});
