import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findCurrent } from '#prisma/problem-version.ts';
import { withDatabase } from '#tests/harness/database.ts';

const root = join(import.meta.dirname, '../..');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'new-problem-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function whetstone(args: string[], environment: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(join(root, 'bin/whetstone'), args, {
    encoding: 'utf8',
    timeout: 180_000,
    cwd: folder,
    env: { PATH: '/usr/bin:/bin', NODE_ENV: 'test', ...environment },
  });
  return { status, stdout, stderr };
}

test('a new author: begin, edit, verify, publish, solve, in the six commands of the README', async () => {
  const begun = whetstone(['problem', 'new', 'my-rows', '--folder', '.', '--name-zh', '我的行']);
  expect(begun).toMatchObject({ status: 0, stderr: '' });

  const statement = join(folder, 'my-rows/statement/problem.en.md');
  writeFileSync(statement, `Of mine.\n\n${readFileSync(statement, 'utf8')}`);
  const generator = join(folder, 'my-rows/generators/rows.ts');
  writeFileSync(generator, readFileSync(generator, 'utf8').replace('* 2 - 1', '* 3 - 1'));

  const verified = whetstone(['problem', 'verify', './my-rows']);
  expect(verified.stdout).toMatch(/^my-rows: all holds, 0 warnings$/m);
  expect(verified.status).toBe(0);

  await withDatabase(async ({ db, url }) => {
    const published = whetstone(['problem', 'publish', './my-rows'], { DATABASE_URL: url });
    expect(published.stdout).toMatch(/^my-rows: new, sha256:[0-9a-f]{64}$/m);
    expect(await findCurrent(db, 'my-rows')).toMatchObject({
      public: {
        name: { en: 'My rows', zh: '我的行' },
        statement: { en: expect.stringMatching(/^Of mine\./) },
      },
    });
    const again = whetstone(['problem', 'publish', './my-rows'], { DATABASE_URL: url });
    expect(again.stdout).toMatch(/^my-rows: unchanged, sha256:/m);
  });

  const solved = whetstone(['grade', 'my-rows/submissions/accepted/loops.ts', '--problem', './my-rows']);
  expect(solved).toMatchObject({ status: 0 });
}, 300_000);

describe('a package on its way', () => {
  test('is exported and imported whole, and never over one that is there', () => {
    whetstone(['problem', 'new', 'sent', '--folder', 'from']);
    expect(whetstone(['problem', 'export', './from/sent', '--out', 'sent.zip']).status).toBe(0);
    const taken = whetstone(['problem', 'import', 'sent.zip', '--into', 'to']);
    expect(taken).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(join(folder, 'to/sent/problem.yaml'))).toEqual(
      readFileSync(join(folder, 'from/sent/problem.yaml')),
    );
    const again = whetstone(['problem', 'import', 'sent.zip', '--into', 'to']);
    expect(again).toMatchObject({ status: 2, stdout: '' });
    expect(again.stderr).toMatch(/is there already/);
  });

  test('that is no zip is refused, and nothing is written', () => {
    writeFileSync(join(folder, 'bad.zip'), 'PK');
    const refused = whetstone(['problem', 'import', 'bad.zip', '--into', 'bad']);
    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toMatch(/bad\.zip: it is no sound zip/);
    expect(existsSync(join(folder, 'bad'))).toBe(false);
  });
});
