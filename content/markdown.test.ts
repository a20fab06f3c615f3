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
    ['a javascript link in angle brackets', '<javascript:alert(1)>'],
    ['a javascript link by reference', '[x][y]\n\n[y]: JaVaScRiPt:alert(1)'],
    ['a javascript link with a tab in it', '[x](<java\tscript:alert(1)>)'],
    ['a javascript picture', '![x](javascript:alert(1))'],
    ['a data picture', '![x](data:text/html;base64,PHNjcmlwdD4=)'],
    ['an SVG with a script', '<svg><script>alert(1)</script></svg>'],
    ['a handler after the language of code', '```ts onload="alert(1)"\nx\n```'],
    ['a handler in a footnote', 'x[^1]\n\n[^1]: <b onerror="alert(1)">y</b>'],
    ['a link made by KaTeX', '$\\text{a}$ [x](vbscript:x)'],
  ])('%s', async (_name, markdown) => {
    const html = await renderMarkdown(markdown);
    // Only what stands in a tag can act: the words of a refused link may stay to be read.
    const tags = html.match(/<[^>]*>/g)?.join('\n') ?? '';
    expect(tags).not.toMatch(/<(script|iframe|svg)|\son\w+=|position:fixed/i);
    expect(tags).not.toMatch(/(href|src)="(?!https?:|[/#])/i);
  });

  test('what is code is shown as code', async () => {
    const html = await renderMarkdown('`<script>alert(1)</script>`\n\n```text\n<img src=x onerror=y>\n```');
    expect(html).toContain('&#x3C;script>alert(1)&#x3C;/script>');
    expect(html).not.toMatch(/<script|<img/);
  });

  test.each([
    '$\\href{javascript:alert(1)}{x}$',
    '$\\url{javascript:alert(1)}$',
    '$\\htmlClass{x}{y}$',
    '$\\htmlData{x=y}{z}$',
    '$\\htmlStyle{position:fixed}{x}$',
    '$\\includegraphics{x}$',
    '$\\def\\a{\\a\\a}\\a$',
  ])('math that asks for more than math is refused: %s', async (markdown) => {
    await expect(renderMarkdown(markdown)).rejects.toMatchObject({ code: 'CONTENT_ERROR' });
  });
});

test('math is set by KaTeX, inline and displayed, with MathML for who listens', async () => {
  const html = await renderMarkdown('A rate of $\\tfrac12$.\n\n$$\n\\sum_i w_i^2\n$$\n');
  expect(html).toMatch(/class="katex"/);
  expect(html).toMatch(/<div class="math-display" tabindex="0"><span class="katex-display">/);
  expect(html).toMatch(/<math/);
  expect(html).not.toMatch(/<pre>/);
});

test.each([
  ['误差是 $x$。', '误差是 [$。]'],
  ['见（$x$），下同', '见[（$），]下同'],
  ['of $x$-bit weights ($x$).', 'of [$-]bit weights [($).]'],
  ['“$x$” and', '[“$”] and'],
])('marks and brackets stay beside their formula: %s', async (markdown, tied) => {
  const html = await renderMarkdown(markdown);
  const formula = /<span><span class="katex">.*?<\/math>.*?(?:<\/span>){5}/g;
  const plain = html.replaceAll(formula, '$').replaceAll(/<span class="tied">(.*?)<\/span>/g, '[$1]');
  expect(plain).toBe(`<p>${tied}</p>`);
});

test('a formula beside which nothing stands is not tied, and a long one breaks between its parts', async () => {
  expect(await renderMarkdown('so $x$ is')).not.toContain('tied');
  const html = await renderMarkdown('$a + b = c$.');
  expect(html.match(/katex-base/g)).toHaveLength(3);
  expect(html.match(/<wbr><span class="katex-base">/g)).toHaveLength(2);
});

test('bad math is told with file and line', async () => {
  await expect(
    renderMarkdown('fine\n\n$\\frac{1}{$\n', { file: 'prune/statement.md', firstLine: 10 }),
  ).rejects.toThrow(/^prune\/statement\.md:12: math: /);
});

test.each(['\\frac{1}{', '中', 'x % y', '\\undefined'])(
  'math that KaTeX would set with a warning or in red is told: %s',
  async (tex) => {
    await expect(renderMarkdown(`$${tex}$`, { file: 'a.md' })).rejects.toThrow(/^a\.md:1: math: /);
  },
);

test('everything wrong is told at once', async () => {
  await expect(renderMarkdown('$\\nope$\n\n```cobol\nx\n```\n\n$}$', { file: 'a.md' })).rejects.toMatchObject(
    { issues: [{ line: 1 }, { line: 3 }, { line: 7 }] },
  );
});

test('headings can be linked to, in any script, apart from the ids of the page', async () => {
  const html = await renderMarkdown(
    '## Begin with the *bottleneck*\n\n## 先找瓶颈：KV cache\n\n## 2:4 and $x$\n\n### 先找瓶颈：KV cache\n',
  );
  expect([...html.matchAll(/<h\d id="([^"]*)"/g)].map(([, id]) => id)).toEqual([
    'text-begin-with-the-bottleneck',
    'text-先找瓶颈-kv-cache',
    'text-2-4-and-x',
    'text-先找瓶颈-kv-cache-2',
  ]);
});

test('code is coloured for both themes, and a language that is not known is told', async () => {
  const html = await renderMarkdown('```ts\nconst x: number = 1;\n```\n');
  expect(html).toMatch(/--shiki-light/);
  expect(html).toMatch(/--shiki-dark/);
  await expect(renderMarkdown('```cobol\nx\n```', { file: 'a.md' })).rejects.toThrow(
    /^a\.md:1: code is marked cobol; known are ts/,
  );
});

test('a corner of a table that heads nothing is no heading', async () => {
  const html = await renderMarkdown('| | b |\n|---|---|\n| 1 | 2 |');
  expect(html).toMatch(/<tr>\s*<td><\/td>\s*<th>b<\/th>/);
});

test('a long name in a table breaks between its words, so that a phone shows the column beside it', async () => {
  const html = await renderMarkdown(
    '`keepWhole`\n\n| kind |\n|---|\n| `multiHeadAttention`, `per_channel` |\n',
  );
  expect(html).toContain('<code>keepWhole</code>');
  expect(html).toContain('<code>multi<wbr>Head<wbr>Attention</code>, <code>per_<wbr>channel</code>');
});

test('tables, and links that leave the site, are as they should be', async () => {
  const html = await renderMarkdown(
    '| a | b |\n|---|---|\n| 1 | 2 |\n\n[paper](https://arxiv.org/abs/1503.02531) [prune](/en/problems/prune)',
  );
  // A wide one scrolls by keyboard too.
  expect(html).toMatch(/<div class="table-scroll" tabindex="0"><table>.*<td>1<\/td>.*<\/table><\/div>/s);
  expect(html).toMatch(/<a href="https:\/\/arxiv.org\/abs\/1503.02531" rel="noopener noreferrer">/);
  expect(html).toMatch(/<a href="\/en\/problems\/prune">/);
  expect(await renderMarkdown('[x](//example.org)')).toMatch(/ rel="noopener noreferrer">/);
  expect(await renderMarkdown('[x](mailto:a@example.org)')).not.toMatch(/href/);
});
