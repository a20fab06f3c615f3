import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { access } from './harness/access.ts';

const app = join(import.meta.dirname, '../app');
// The not-found pages are nobody's door. What better-auth answers is listed and walked by the library's own paths:
// tests/integration/auth-doors.test.ts.
const notDoors = ['/[locale]/[...rest]', '/[locale]/not-found', '/api/auth/[...all]', '/api/[...rest]'];

function doors(): string[] {
  const files = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter(
    (file) => !/(^|\/)_/.test(file),
  );
  return files.flatMap((file) => {
    const [, folder = '', kind] = /^(.*?)\/?(page\.tsx|route\.ts)$/.exec(file) ?? [];
    const path = `/${folder}`;
    if (kind === undefined || notDoors.includes(path)) return [];
    if (kind === 'page.tsx') return [`GET ${path}`];
    const source = readFileSync(join(app, file), 'utf8');
    return [...source.matchAll(/export (?:const|(?:async )?function) (GET|POST|PUT|PATCH|DELETE)\b/g)].map(
      ([, method]) => `${method} ${path}`,
    );
  });
}

test('every route and page says who may use it', () => {
  expect(doors().sort((a, b) => a.localeCompare(b))).toEqual(
    Object.keys(access).sort((a, b) => a.localeCompare(b)),
  );
});
