import { describe, expect, test } from 'vitest';
import { renderMarkdown } from './markdown.ts';

describe('nothing an author writes can run', () => {
  test.each([
    ['a script', 'before <script>alert(1)</script> after'],
    ['an event handler', '<img src=x onerror="alert(1)">'],
    ['a javascript link', '[x](javascript:alert(1))'],
    ['a javascript link in disguise', '[x](&#106;avascript:alert(1))'],
    ['a data link', '[x](data:text/html,<script>alert(1)</script>)'],
    ['an iframe', '<iframe src="https://example.org"></iframe>'],
    ['a style', '<p style="position:fixed">x</p>'],
    ['a link made by KaTeX', '$\\text{a}$ [x](vbscript:x)'],
  ])('%s', async (_name, markdown) => {
    const html = await renderMarkdown(markdown);
    expect(html).not.toMatch(/<script|onerror|javascript:|data:text|<iframe|vbscript:|position:fixed/i);
  });

  test.each(['$\\href{javascript:alert(1)}{x}$', '$\\htmlClass{x}{y}$', '$\\includegraphics{x}$'])(
    'math that asks for more than math is refused: %s',
    async (markdown) => {
      await expect(renderMarkdown(markdown)).rejects.toMatchObject({ code: 'CONTENT_ERROR' });
    },
  );
});

test('math is set by KaTeX, inline and displayed, with MathML for who listens', async () => {
  const html = await renderMarkdown('A rate of $\\tfrac12$.\n\n$$\n\\sum_i w_i^2\n$$\n');
  expect(html).toMatch(/class="katex"/);
  expect(html).toMatch(/katex-display/);
  expect(html).toMatch(/<math/);
  expect(html).not.toMatch(/<pre>/);
});

test('bad math is told with file and line', async () => {
  await expect(
    renderMarkdown('fine\n\n$\\frac{1}{$\n', { file: 'prune/statement.md', firstLine: 10 }),
  ).rejects.toThrow(/^prune\/statement\.md:12: math: /);
});

test('code is coloured for both themes, and a language that is not known is told', async () => {
  const html = await renderMarkdown('```ts\nconst x: number = 1;\n```\n');
  expect(html).toMatch(/--shiki-light/);
  expect(html).toMatch(/--shiki-dark/);
  await expect(renderMarkdown('```cobol\nx\n```', { file: 'a.md' })).rejects.toThrow(
    /^a\.md:1: code is marked cobol; known are ts/,
  );
});

test('tables, and links that leave the site, are as they should be', async () => {
  const html = await renderMarkdown(
    '| a | b |\n|---|---|\n| 1 | 2 |\n\n[paper](https://arxiv.org/abs/1503.02531) [prune](/en/problems/prune)',
  );
  expect(html).toMatch(/<td>1<\/td>/);
  expect(html).toMatch(/<a href="https:\/\/arxiv.org\/abs\/1503.02531" rel="noopener noreferrer">/);
  expect(html).toMatch(/<a href="\/en\/problems\/prune">/);
});
