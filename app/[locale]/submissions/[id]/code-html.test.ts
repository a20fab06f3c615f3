import { expect, test } from 'vitest';
import { codeHtml } from './code-html.ts';

const line = 'export const half = (x: number) => x / 2;\n';

test('a source is coloured, a very long one is shown as it is', async () => {
  expect(await codeHtml(line)).toMatch(/<span style="[^"]*">export/);
  const long = await codeHtml(line.repeat(300));
  expect(long).not.toContain('<span style');
  expect(long.match(/export const half/g)).toHaveLength(300);
});

test('nothing in a source ends its block', async () => {
  const html = await codeHtml('const a = 1;\n```\n# A heading\n```ts\n<b>bold</b>');
  expect(html.match(/<pre/g)).toHaveLength(1);
  expect(html).not.toMatch(/<h\d|<b>/);
});
