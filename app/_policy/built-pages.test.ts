import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltPages, openBuiltPages } from './built-pages.ts';
import { hashScript } from './inline-scripts.ts';

const folder = mkdtempSync(join(tmpdir(), 'whetstone-pages-'));
let pages: BuiltPages;

beforeAll(() => {
  mkdirSync(join(folder, 'server/app/en/questions'), { recursive: true });
  writeFileSync(join(folder, 'server/app/en/questions/one.html'), '<script>one</script>');
  writeFileSync(join(folder, 'BUILD_ID'), 'one-build');
  writeFileSync(join(folder, 'secret.html'), '<script>secret</script>');
  writeFileSync(
    join(folder, 'prerender-manifest.json'),
    JSON.stringify({
      routes: { '/en/questions/one': {}, '/en/search.json': {} },
      dynamicRoutes: {
        '/[locale]/about': { fallback: null },
        '/[locale]/questions/[slug]': { fallback: false },
      },
    }),
  );
  const dynamicRoutes = [
    { page: '/[locale]/about', regex: '^/([^/]+?)/about(?:/)?$' },
    { page: '/[locale]/questions/[slug]', regex: '^/([^/]+?)/questions/([^/]+?)(?:/)?$' },
    { page: '/[locale]/problems/[slug]', regex: '^/([^/]+?)/problems/([^/]+?)(?:/)?$' },
    { page: '/[locale]/[...rest]', regex: '^/([^/]+?)/(.+?)(?:/)?$' },
  ];
  writeFileSync(join(folder, 'routes-manifest.json'), JSON.stringify({ dynamicRoutes }));
  pages = openBuiltPages(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a built page is known by the hashes of its scripts', () => {
  expect(pages.hashesOf('/en/questions/one')).toEqual([hashScript('one')]);
});

test('a page rendered on request is there, without hashes', () => {
  expect(pages.has('/en/problems/prune')).toBe(true);
  expect(pages.hashesOf('/en/problems/prune')).toBeUndefined();
});

test('a built answer that is no page has no hashes', () => {
  expect(pages.hashesOf('/en/search.json')).toBeUndefined();
});

test('a question that was not built is missing, and so is what only the catch-all would take', () => {
  expect(pages.has('/en/questions/two')).toBe(false);
  expect(pages.has('/en/nowhere')).toBe(false);
});

test('no path leads to a file outside the pages, nor to what every object inherits', () => {
  expect(pages.hashesOf('/../../secret')).toBeUndefined();
  expect(pages.has('/../../secret')).toBe(false);
  expect(pages.has('constructor')).toBe(false);
});
