import { afterAll, describe, expect, test } from 'vitest';
import { openNoteRenderer } from './note-renderer.ts';

const renderer = openNoteRenderer(import.meta.dirname);
afterAll(() => renderer.close());

describe('nothing that stands in a note can run, fetch or take the page’s place', () => {
  test.each([
    ['a script', 'before <script>alert(1)</script> after'],
    ['a javascript link', '[x](javascript:alert(1))'],
    ['a javascript link by reference', '[x][y]\n\n[y]: JaVaScRiPt:alert(1)'],
    ['a picture from elsewhere', '![x](https://example.org/x.png)'],
    ['a handler after the language of code', '```ts onload="alert(1)"\nx\n```'],
    ['a link made by KaTeX', '$\\href{javascript:alert(1)}{x}$'],
    ['a style', '*x* <b style="position:fixed">y</b>'],
    ['a heading of the page’s rank', '# one\n\n## two'],
    ['the ids of another text’s footnotes', 'x[^1]\n\n[^1]: y'],
  ])('%s', async (_what, markdown) => {
    const html = (await renderer.render(markdown)) ?? '';
    const tags = html.match(/<[^>]*>/g)?.join('\n') ?? '';
    expect(tags).not.toBe('');
    expect(tags).not.toMatch(/<(script|iframe|svg|img|h1|h2)|\son\w+=|position:fixed/i);
    expect(tags).not.toMatch(/(href|src)="(?!https?:|[/#])/i);
    expect(tags).not.toMatch(/\sid="(?!note-)/);
  });
});

test('a formula or a language that nobody knows stands as it was written', async () => {
  expect(await renderer.render('$\\nonsense{$')).toContain('\\nonsense{');
  expect(await renderer.render('```brainfuck\n+[>]\n```')).toContain('+[>]');
  expect(await renderer.render('$a^2$')).toContain('katex');
});

test.each([
  ['takes markdown seconds', '**a*'.repeat(20_000)],
  ['is nested deeper than the stack', '> '.repeat(10_000)],
])('a text that %s is not rendered, and the next one is', async (_, markdown) => {
  const [slow, next] = await Promise.all([renderer.render(markdown), renderer.render('*next*')]);
  expect(slow).toBeUndefined();
  expect(next).toBe('<p><em>next</em></p>');
});
