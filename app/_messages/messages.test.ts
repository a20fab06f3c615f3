import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const files = readdirSync(import.meta.dirname).filter((file) => !file.endsWith('.test.ts'));

test.each(files)('%s writes Chinese with Chinese punctuation', (file) => {
  const source = readFileSync(join(import.meta.dirname, file), 'utf8');
  const half = [...source.matchAll(/['`][^'`\n]*\p{Script=Han}[^'`\n]*['`]/gu)]
    .map(([text]) => text)
    .filter((text) => /\p{Script=Han}[,:;?!]|[,:;?!]\p{Script=Han}/u.test(text));
  expect(half).toEqual([]);
});
