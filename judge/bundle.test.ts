import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { provideBundle } from './bundle.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'whetstone-bundle-'));
  writeFileSync(join(folder, 'part.ts'), 'export const one: number = 1;');
  writeFileSync(join(folder, 'main.ts'), "import { one } from './part.ts'; console.log(one);");
});
afterEach(() => rmSync(folder, { recursive: true }));

const provide = (format: 'esm' | 'iife' = 'esm') =>
  provideBundle({
    entry: pathToFileURL(join(folder, 'main.ts')),
    options: { format },
    cacheDir: join(folder, 'cache'),
    name: 'main.js',
  });
const records = () => readdirSync(join(folder, 'cache')).filter((name) => name.endsWith('.json'));
const whenMade = () => records().map((name) => statSync(join(folder, 'cache', name)).mtimeMs);

test('what was bundled stays as it is while its sources do', async () => {
  const first = await provide();
  expect(first.content).toContain('one = 1');
  expect(readFileSync(first.path, 'utf8')).toBe(first.content);
  const made = whenMade();
  expect(await provide()).toEqual(first);
  expect(whenMade()).toEqual(made);
});

test('a source that changed, the last one imported too, makes another bundle; so do other options', async () => {
  const first = await provide();
  writeFileSync(join(folder, 'part.ts'), 'export const one: number = 2;');
  const second = await provide();
  expect(second.content).toContain('one = 2');
  expect(second.path).not.toBe(first.path);
  expect((await provide('iife')).path).not.toBe(second.path);
});

test.each(['.js', '.json'])(
  'a %s in the cache that was changed or cut short is not believed',
  async (kind) => {
    const first = await provide();
    const file = readdirSync(join(folder, 'cache')).find((name) => name.endsWith(kind)) ?? '';
    writeFileSync(join(folder, 'cache', file), 'export {};');
    expect(await provide()).toEqual(first);
    expect(readFileSync(first.path, 'utf8')).toBe(first.content);
  },
);
