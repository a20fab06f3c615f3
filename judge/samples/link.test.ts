import { expect, test } from 'vitest';
import { rewriteImports } from './link.ts';

test('every static import is pointed elsewhere; texts, comments and dynamic imports are left alone', () => {
  const source = [
    "import a, { b } from 'x';",
    "import 'x';",
    "export * from 'x';",
    "export { c } from 'x';",
    "const text = \"import d from 'x'\"; // import 'x'",
    "import('x');",
    'export { a, b, text };',
  ].join('\n');
  const rewritten = rewriteImports(source, (specifier) => `blob:${specifier}`);
  expect(rewritten.split('\n')).toEqual([
    "import a, { b } from 'blob:x';",
    "import 'blob:x';",
    "export * from 'blob:x';",
    "export { c } from 'blob:x';",
    "const text = \"import d from 'x'\"; // import 'x'",
    "import('x');",
    'export { a, b, text };',
  ]);
});
