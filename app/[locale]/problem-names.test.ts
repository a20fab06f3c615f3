import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { getProblemNames } from './problem-names.ts';
import { getTopics } from './topics/topics.ts';
import { getTracks } from './tracks/tracks.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'names-'));
  for (const folder of ['content/questions', 'content/tracks'])
    mkdirSync(join(root, folder), { recursive: true });
  cpSync(join(process.cwd(), 'tests/fixtures/problems/add'), join(root, 'content/problems/add'), {
    recursive: true,
  });
  // Begun, and not yet what a package should be.
  mkdirSync(join(root, 'content/problems/begun'));
  writeFileSync(join(root, 'content/problems/begun/problem.yaml'), 'name: [\n');
  writeFileSync(join(root, 'content/topics.yaml'), '[]\n');
  writeFileSync(
    join(root, 'content/tracks/short.yaml'),
    `name: { en: Short, zh: 短 }
lead: { en: Short., zh: 短。 }
steps:
  - { day: 1, problem: begun, why: { en: First., zh: 先。 } }
  - { day: 1, problem: add, why: { en: Then., zh: 再。 } }
`,
  );
});
afterAll(() => rmSync(root, { recursive: true }));

test('a problem that cannot be read, or has a topic that is none, keeps no page of the others from being shown', async () => {
  vi.spyOn(process, 'cwd').mockReturnValue(root);
  expect((await getProblemNames()).map(({ slug }) => slug)).toEqual(['add']);
  expect((await getTracks()).map(({ slug }) => slug)).toEqual(['short']);
  expect(await getTopics()).toEqual([]);
});
