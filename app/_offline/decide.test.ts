import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide } from './decide.ts';

const origin = 'https://whet.example';
const build = { pages: ['/en', '/en/questions', '/en/questions/overfitting', '/zh/questions/x/card.json'] };
const ask = (
  path: string,
  more: { method?: string; navigates?: boolean; soft?: boolean; starts?: boolean } = {},
) =>
  decide(
    { method: 'GET', url: new URL(`${origin}${path}`), origin, navigates: false, soft: false, ...more },
    build,
  );

test('what is the same for all is kept, under one address whatever its query', () => {
  expect(ask('/en/questions/overfitting?q=1', { navigates: true })).toEqual({
    kind: 'page',
    key: '/en/questions/overfitting',
  });
  expect(ask('/zh/questions/x/card.json')).toEqual({ kind: 'page', key: '/zh/questions/x/card.json' });
  expect(ask('/_next/static/chunks/a.js')).toEqual({ kind: 'asset' });
});

test('a worker starts as if there were none of ours: it would lose the fragment that tells it what to load', () => {
  expect(ask('/_next/static/media/samples.worker.ts#params', { starts: true })).toEqual({ kind: 'pass' });
});

test('a page of an account is never kept; a workspace only as anybody sees it', () => {
  for (const path of ['/en/settings', '/en/practice', '/en/problems', '/en/submissions/1'])
    expect(ask(path, { navigates: true })).toEqual({ kind: 'personal', standIn: '/en/offline', copy: null });
  expect(ask('/zh/problems/prune?blank=1', { navigates: true })).toEqual({
    kind: 'personal',
    standIn: '/zh/offline',
    copy: '/zh/problems/prune',
  });
});

test('half a page is for Next alone', () => {
  expect(ask('/en/questions/overfitting?_rsc=1', { soft: true })).toEqual({ kind: 'soft' });
});

const parts = [
  'en',
  'zh',
  'api',
  'questions',
  'overfitting',
  '_next',
  'static',
  'problems',
  '..',
  'sw.js',
  '',
];
const paths = fc
  .array(fc.constantFrom(...parts), { maxLength: 5 })
  .map((names) => names.map((name) => `/${name}`).join(''));

test('whatever the address, the API, other methods and other sites are not ours', () => {
  fc.assert(
    fc.property(paths, fc.boolean(), (path, navigates) => {
      expect(ask(`/api/${encodeURIComponent(path)}`, { navigates })).toEqual({ kind: 'pass' });
      expect(ask(`/en${path}`, { method: 'POST', navigates })).toEqual({ kind: 'pass' });
      const url = new URL(`https://other.example/en${path}`);
      expect(decide({ method: 'GET', url, origin, navigates, soft: false }, build)).toEqual({ kind: 'pass' });
    }),
  );
});

test('only what was built ahead is ever kept as it was asked for', () => {
  fc.assert(
    fc.property(paths, fc.boolean(), fc.boolean(), (path, navigates, soft) => {
      const course = ask(path, { navigates, soft });
      if (course.kind === 'page') expect(build.pages).toContain(course.key);
    }),
  );
});
