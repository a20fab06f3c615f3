import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { findCurrent } from '#prisma/problem-version.ts';
import { aliasBomb } from '#tests/harness/alias-bomb.ts';
import { bareEnvironment } from '#tests/harness/bare-environment.ts';
import { withDatabase } from '#tests/harness/database.ts';
import { withMounts } from '#tests/harness/mounts.ts';

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
    env: bareEnvironment(environment),
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

test('on a terminal it asks for what no flag has told; what it writes for TensorFlow.js verifies as it stands', async () => {
  // `script` gives it a terminal; what is asked goes to standard error, which is that terminal, too.
  const command = `'${join(root, 'bin/whetstone')}' problem new --folder asked --name-zh 我的行`;
  const terminal = spawn('script', ['-qefc', command, '/dev/null'], {
    cwd: folder,
    env: bareEnvironment(),
  });
  const answers: [string, string][] = [
    ['Slug, lower-case words joined by hyphens? [my-problem]', 'Not A Slug!'],
    ['expected lower-case words joined by hyphens', 'asked-rows'],
    ['Name in English? [Asked rows]', ''],
    ['TensorFlow.js in the sandbox, y or n? [n]', 'y'],
  ];
  let said = '';
  terminal.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    const [asked, answer] = answers[0] ?? [];
    if (asked === undefined || !said.includes(asked)) return;
    answers.shift();
    terminal.stdin.write(`${answer}\n`);
  });
  const [status] = await once(terminal, 'close');
  expect({ status, unasked: answers }).toEqual({ status: 0, unasked: [] });
  expect(said).not.toContain('Name in Chinese?');
  expect(said).toMatch(/is a whole package/);
  const written = readFileSync(join(folder, 'asked/asked-rows/problem.yaml'), 'utf8');
  expect(written).toMatch(/^name: \{ en: Asked rows, zh: 我的行 \}$/m);
  expect(written).toMatch(/^runtime: tf$/m);

  const verified = whetstone(['problem', 'verify', './asked/asked-rows']);
  expect(verified.stdout).toMatch(/^asked-rows: all holds, 0 warnings$/m);
  expect(verified.status).toBe(0);
}, 240_000);

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

  test.each([
    ['2025-09', 'problem_format_version: 2025-09\nname: { en: Aaah!, sv: Aaah! }\ncredits: Per Austrin\n'],
    ['that names no version', 'name: Aaah!\nauthor: Per Austrin\n'],
  ])(
    'from Kattis, of a format %s: a draft with what has a place here, and a list of what has none',
    async (format, yaml) => {
      const named = format.slice(0, 4);
      const zip = new ZipFile();
      const files = {
        'problem.yaml': `${yaml}limits: { time_limit: 1.5 }\nkeywords: [strings]\n`,
        'statement/problem.en.md': 'How loud is it?\n',
        'data/secret/1.in': 'aaah\n',
        'submissions/accepted/aaah.py': 'print()\n',
      };
      for (const [path, text] of Object.entries(files))
        zip.addBuffer(Buffer.from(text), `aaah-${named}/${path}`);
      zip.end();
      writeFileSync(join(folder, `${named}.zip`), await buffer(zip.outputStream));

      const drafted = whetstone(['problem', 'import', `${named}.zip`, '--into', 'drafts']);
      expect(drafted).toMatchObject({ status: 0, stderr: '' });
      expect(drafted.stdout).toContain('  name → name.en: Aaah!\n');
      expect(drafted.stdout).toContain('  limits.time_limit → limits.time_ms: 1500\n');
      expect(drafted.stdout).toContain('  data/secret/1.in: cases are arguments of a function here');
      expect(drafted.stdout).toContain(
        '  statement/problem.zh.md (not there: without it nothing is verified)\n',
      );

      const draft = join(folder, 'drafts', `aaah-${named}`);
      expect(readFileSync(join(draft, 'statement/problem.en.md'), 'utf8')).toBe('How loud is it?\n');
      expect(existsSync(join(draft, 'solution'))).toBe(false);
      const written = readFileSync(join(draft, 'problem.yaml'), 'utf8');
      expect(written).toMatch(/^credits: \[ ?Per Austrin ?\]$/m);
      expect(written).toMatch(/time_ms: 1500\b/);
      // What is missing is told, with its file.
      const verified = whetstone(['problem', 'verify', `./drafts/aaah-${named}`]);
      expect(verified.status).toBe(1);
      expect(`${verified.stdout}${verified.stderr}`).toContain(
        `aaah-${named}/statement/problem.zh.md: format: expected this text: every language needs it`,
      );
    },
  );

  test('is there whole or not at all, where the disk is full on the way', () => {
    whetstone(['problem', 'new', 'large', '--folder', 'from']);
    whetstone(['problem', 'export', './from/large', '--out', 'large.zip']);
    mkdirSync(join(folder, 'small'));
    const [command, ...args] = withMounts('mount -t tmpfs -o size=64k tmpfs small');
    const script =
      '"$0" problem import large.zip --into small/problems; echo "ended with $?"; ls -A small/problems';
    const { stdout, stderr } = spawnSync(
      command,
      [...args, 'sh', '-c', script, join(root, 'bin/whetstone')],
      {
        encoding: 'utf8',
        cwd: folder,
      },
    );
    expect({ stdout, stderr }).toEqual({
      stdout: 'ended with 2\n',
      stderr: expect.stringContaining('ENOSPC'),
    });
  });

  test('may name the questions of the place that it goes to, and no others', () => {
    for (const content of ['theirs', 'same', 'less'])
      mkdirSync(join(folder, content, 'questions'), { recursive: true });
    for (const content of ['theirs', 'same']) mkdirSync(join(folder, content, 'questions/of-theirs'));
    whetstone(['problem', 'new', 'asks', '--folder', 'theirs/problems']);
    const listed = join(folder, 'theirs/problems/asks/submissions/submissions.yaml');
    const asking = readFileSync(listed, 'utf8').replace('    id: ', '    question: of-theirs\n    id: ');
    writeFileSync(listed, asking);
    expect(whetstone(['problem', 'export', './theirs/problems/asks']).stderr).toBe('');
    expect(whetstone(['problem', 'import', 'asks.zip', '--into', 'same/problems'])).toMatchObject({
      status: 0,
      stderr: '',
    });
    const refused = whetstone(['problem', 'import', 'asks.zip', '--into', 'less/problems']);
    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toMatch(
      /^asks\/submissions\/submissions\.yaml:\d+: .*there is no question of-theirs$/m,
    );
    expect(readdirSync(join(folder, 'less/problems'))).toEqual([]);
  });

  test('whose YAML stands for far too much is refused by file and line', async () => {
    const zip = new ZipFile();
    zip.addBuffer(Buffer.from(aliasBomb), 'bomb/problem.yaml');
    zip.end();
    writeFileSync(join(folder, 'bomb.zip'), await buffer(zip.outputStream));
    const refused = whetstone(['problem', 'import', 'bomb.zip', '--into', 'bombs']);
    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toMatch(/^bomb\/problem\.yaml:3: Excessive alias count/m);
  });

  test('that is no zip is refused, and nothing is written', () => {
    writeFileSync(join(folder, 'bad.zip'), 'PK');
    const refused = whetstone(['problem', 'import', 'bad.zip', '--into', 'bad']);
    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toMatch(/bad\.zip: it is no sound zip/);
    expect(existsSync(join(folder, 'bad'))).toBe(false);
  });
});
