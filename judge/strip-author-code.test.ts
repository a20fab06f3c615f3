import { expect, test } from 'vitest';
import { ContentError } from '#content/content-error.ts';
import { stripAuthorCode } from './strip-author-code.ts';

function issuesOf(code: Record<string, string>) {
  try {
    stripAuthorCode('prune', code);
  } catch (thrown) {
    if (thrown instanceof ContentError) return thrown.issues;
    throw thrown;
  }
  throw new Error('expected a ContentError');
}

test('types go and everything else stays where it is', () => {
  expect(stripAuthorCode('prune', { 'include/driver.ts': 'const a: number = 1;' })).toEqual({
    'include/driver.ts': 'const a         = 1;',
  });
});

test.each([
  ['an enum', 'const a = 1;\nenum A { B }', { line: 2, message: /enum/ }],
  [
    'a parameter property',
    '// 量化\n\nclass A { constructor(private x: number) {} }',
    { line: 3, message: /parameter property/ },
  ],
  ['a namespace', 'namespace A { export const b = 1; }', { line: 1, message: /namespace/ }],
  ['what is no TypeScript', 'const a = 1;\nconst b: = 1;', { line: 2, message: /Unexpected token/ }],
])('%s is told to its author with file and line', (_name, source, told) => {
  expect(issuesOf({ 'include/driver.ts': source })).toEqual([
    { file: 'prune/include/driver.ts', line: told.line, message: expect.stringMatching(told.message) },
  ]);
});

test('every file at fault is told at once', () => {
  const issues = issuesOf({ 'a.ts': 'enum A {}', 'b.ts': 'const ok = 1;', 'c.ts': 'enum C {}' });
  expect(issues.map(({ file }) => file)).toEqual(['prune/a.ts', 'prune/c.ts']);
});
