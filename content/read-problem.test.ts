import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aliasBomb } from '#tests/harness/alias-bomb.ts';
import { ContentError } from './content-error.ts';
import { readProblem, readProblems } from './read-problem.ts';

const fixture = fileURLToPath(new URL('../tests/fixtures/problems/add', import.meta.url));

let scratch: string;
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'packages-'));
});
afterAll(() => rmSync(scratch, { recursive: true }));

const plainWanted = 'expected null, true, false, numbers, text, and lists and mappings of them';

type Changes = Record<string, string | null | ((text: string) => string)>;

/** What a reader is told of the fixture after these changes: a text replaces a file, null removes it. */
async function complaints(changes: Changes): Promise<string[]> {
  try {
    await readProblem(await changed(changes));
    return [];
  } catch (error) {
    if (error instanceof ContentError) return error.message.split('\n');
    throw error;
  }
}

async function changed(changes: Changes): Promise<string> {
  const folder = join(mkdtempSync(join(scratch, 'package-')), 'add');
  cpSync(fixture, folder, { recursive: true });
  for (const [path, change] of Object.entries(changes)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    if (change === null) rmSync(file);
    else writeFileSync(file, typeof change === 'string' ? change : change(readFileSync(file, 'utf8')));
  }
  return folder;
}

const line =
  (number: number, to: string) =>
  (text: string): string =>
    text
      .split('\n')
      .map((old, i) => (i === number - 1 ? to : old))
      .join('\n');

describe('a package as it should be', () => {
  test('is read whole: samples first, groups by name, cases by name', async () => {
    const pkg = await readProblem(fixture);
    expect(pkg.groups.map(({ name, points, sample }) => [name, points, sample])).toEqual([
      ['sample', 0, true],
      ['1-integers', 40, false],
      ['2-floats', 40, false],
      ['3-validated', 20, false],
    ]);
    expect(pkg.groups.flatMap((group) => group.cases.map((one) => one.name))).toEqual([
      'sample/01-three',
      'secret/1-integers/01-none',
      'secret/1-integers/02-negative',
      'secret/2-floats/01-random',
      'secret/2-floats/02-random',
      'secret/3-validated/01-random',
    ]);
    expect(pkg.submissions.find(({ file }) => file === 'wrong_answer/forgets-the-last.ts')).toMatchObject({
      folder: 'wrong_answer',
      permitted: ['WA'],
      required: ['1-integers', '2-floats', '3-validated'],
      misconception: { id: 'forgets-the-last' },
    });
    expect(pkg.groups[1]?.tolerance).toEqual({ default: { kind: 'exact' }, fields: {} });
    expect(pkg.limits.timeMs).toBe(1000);
  });

  test('may name the question that explains a misconception', async () => {
    const folder = await changed({
      'submissions/submissions.yaml': (text) =>
        text.replace('    title:', '    question: low-precision-formats\n    title:'),
    });
    const { submissions } = await readProblem(folder);
    const questions = submissions.flatMap(({ misconception }) =>
      misconception ? [misconception.question] : [],
    );
    expect(questions).toContain('low-precision-formats');
    expect(questions).toContain(null);
  });

  test('has a version that a single byte changes, and that a copy keeps', async () => {
    const { version } = await readProblem(fixture);
    expect(version).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect((await readProblem(await changed({}))).version).toBe(version);
    const touched = await changed({ 'statement/problem.en.md': (text) => `${text} ` });
    expect((await readProblem(touched)).version).not.toBe(version);
  });
});

describe('what is wrong is told by file and line', () => {
  test.each<[string, Changes, string[]]>([
    [
      'an unknown key',
      { 'problem.yaml': line(5, 'topics: [sums]\ntpoics: [x]') },
      ['add/problem.yaml:6: tpoics: unknown key'],
    ],
    [
      'an unknown key deeper down',
      {
        'problem.yaml': line(
          9,
          'limits: { time_ms: 500, wall_ms: 8000, memory_mib: 64,\n  output_kib: 64, code_kib: 16, cpus: 2 }',
        ),
      },
      ['add/problem.yaml:10: limits.cpus: unknown key'],
    ],
    [
      'broken YAML',
      { 'problem.yaml': line(4, 'difficulty: [easy') },
      [
        'add/problem.yaml:5: Flow sequence in block collection must be sufficiently indented and end with a ]',
      ],
    ],
    [
      'a key given twice',
      { 'problem.yaml': line(4, 'difficulty: easy\ndifficulty: hard') },
      ['add/problem.yaml:5: Map keys must be unique'],
    ],
    [
      'a tolerance of no known kind',
      { 'problem.yaml': line(10, 'tolerance: { kind: roughly }') },
      ['add/problem.yaml:10: tolerance.kind: expected one of exact, allclose, rounded, structure'],
    ],
    [
      'a language in the name without its texts',
      { 'statement/problem.zh.md': null, 'solution/solution.zh.md': ' \n' },
      [
        'add/statement/problem.zh.md: expected this text: every language needs it',
        'add/solution/solution.zh.md: expected this text: every language needs it',
      ],
    ],
    [
      'a name in one language',
      { 'problem.yaml': line(3, 'name: { en: Add }') },
      ['add/problem.yaml: name.zh: expected a name in this language'],
    ],
    [
      'a file that has no place',
      { 'data/secret/notes.txt': 'x' },
      ['add/data/secret/notes.txt: unknown file: a package has no place for it'],
    ],
    [
      'points that do not add up',
      { 'data/secret/1-integers/test_group.yaml': line(2, 'points: 39') },
      ['add/data/secret: points: expected the groups to add up to 100, got 99'],
    ],
    [
      'a group without its description',
      { 'data/secret/3-validated/test_group.yaml': null },
      ['add/data/secret/3-validated/test_group.yaml: expected this file'],
    ],
    [
      'a generator that is not there',
      { 'data/secret/2-floats/01-random.yaml': line(1, 'generator: unifrom') },
      ['add/data/secret/2-floats/01-random.yaml: generator: expected generators/unifrom.ts'],
    ],
    [
      'a seed that is none',
      { 'data/secret/2-floats/01-random.yaml': line(2, 'seed: -1') },
      ['add/data/secret/2-floats/01-random.yaml:2: seed: Too small: expected number to be >=0'],
    ],
    [
      'a case of both kinds',
      { 'data/sample/01-three.yaml': (text) => `${text}seed: 4\n` },
      ['add/data/sample/01-three.yaml:3: seed: unknown key'],
    ],
    [
      'a case without input',
      { 'data/sample/01-three.yaml': 'description: { en: a, zh: b }\n' },
      ['add/data/sample/01-three.yaml:1: args: expected args, or a generator'],
    ],
    [
      'a validator that is not there',
      { 'output_validator/check.ts': null },
      [
        'add/data/secret/3-validated/test_group.yaml: validator: expected output_validator/check.ts beside it',
      ],
    ],
    [
      'a misconception explained by a question that is not there',
      {
        'submissions/submissions.yaml': (text) =>
          text.replace('    title:', '    question: nowhere\n    title:'),
      },
      [
        'add/submissions/submissions.yaml:5: wrong_answer/forgets-the-last.ts: misconception.question: there is no question nowhere',
      ],
    ],
    [
      'a submission that is not there',
      { 'submissions/wrong_answer/adds-magnitudes.ts': null },
      ['add/submissions/submissions.yaml: wrong_answer/adds-magnitudes.ts: there is no such submission'],
    ],
    [
      'a group that is not there',
      { 'submissions/submissions.yaml': line(2, '  required: [1-integer]') },
      [
        'add/submissions/submissions.yaml: wrong_answer/forgets-the-last.ts: required: there is no group 1-integer',
      ],
    ],
    [
      'a permitted verdict instead of the one that its folder promises',
      { 'submissions/submissions.yaml': line(2, '  permitted: [AC, RTE]') },
      [
        'add/submissions/submissions.yaml: wrong_answer/forgets-the-last.ts: permitted: expected WA among them',
      ],
    ],
    [
      'a misconception told twice',
      { 'submissions/submissions.yaml': line(10, '    id: forgets-the-last') },
      ['add/submissions/submissions.yaml: misconception forgets-the-last: the id is used twice'],
    ],
    [
      'a reason for a mutant of a solution that is not there, or not accepted',
      {
        'submissions/submissions.yaml': (text) =>
          `${text}equivalent_mutants:\n  - { file: accepted/gone.ts, mutants: [x], reason: y }\nsurviving_mutants:\n  - { file: wrong_answer/sums-in-float32.ts, mutants: [x], reason: y }\n`,
      },
      [
        'add/submissions/submissions.yaml: equivalent_mutants: accepted/gone.ts: there is no such accepted solution',
        'add/submissions/submissions.yaml: surviving_mutants: wrong_answer/sums-in-float32.ts: there is no such accepted solution',
      ],
    ],
    [
      'aliases that stand for far too much',
      { 'data/sample/01-three.yaml': aliasBomb },
      ['add/data/sample/01-three.yaml:3: Excessive alias count indicates a resource exhaustion attack'],
    ],
    [
      'a tag that nobody knows',
      { 'data/sample/01-three.yaml': 'args:\n  numbers: !foo 3\n' },
      ['add/data/sample/01-three.yaml:2: Unresolved tag: !foo'],
    ],
    ...(
      [
        ['a list that holds itself', '&a [*a]'],
        ['a set', '!!set { a, b }'],
        ['bytes', '{ numbers: !!binary aGVsbG8= }'],
      ] as const
    ).flatMap(([title, value]): [string, Changes, string[]][] => [
      [
        `${title} as arguments`,
        { 'data/sample/01-three.yaml': `args: ${value}\n` },
        [`add/data/sample/01-three.yaml:1: args: ${plainWanted}`],
      ],
      [
        `${title} as parameters of a generator`,
        { 'data/secret/2-floats/01-random.yaml': `generator: uniform\nseed: 1\nparams: { of: ${value} }\n` },
        [`add/data/secret/2-floats/01-random.yaml:3: params.of: ${plainWanted}`],
      ],
    ]),
    [
      'a text that no database keeps',
      { 'statement/problem.en.md': 'Add.\0\n' },
      ['add/statement/problem.en.md: expected text in UTF-8'],
    ],
    [
      'several things at once',
      { 'problem.yaml': line(4, 'difficulty: trivial'), 'reference/reference.ts': null },
      [
        'add/problem.yaml:4: difficulty: Invalid option: expected one of "easy"|"medium"|"hard"',
        'add/reference/reference.ts: expected this file',
      ],
    ],
  ])('%s', async (_title, changes, expected) => {
    expect(await complaints(changes)).toEqual(expected);
  });

  test('a link out of the package', async () => {
    const folder = await changed({});
    symlinkSync('/etc/hostname', join(folder, 'generators/more.ts'));
    await expect(readProblem(folder)).rejects.toThrow('add/generators/more.ts: expected a plain file');
  });

  test.each(['My Problem', 'My_Problem', 'my-', 'm'.repeat(61)])(
    'a folder whose name is no slug, or a long one: %s',
    async (name) => {
      const folder = join(await changed({}), '..', name);
      cpSync(fixture, folder, { recursive: true });
      await expect(readProblem(folder)).rejects.toThrow(
        `${name}: the folder's name: expected lower-case words joined by hyphens`,
      );
    },
  );

  test('a folder that is not there', async () => {
    await expect(readProblem('/nowhere/add')).rejects.toThrow('add: there is no such folder');
  });

  test('two packages with one uuid, and everything that is wrong with others', async () => {
    const content = mkdtempSync(join(scratch, 'content-'));
    for (const slug of ['add', 'bad', 'copy'])
      cpSync(fixture, join(content, 'problems', slug), { recursive: true });
    rmSync(join(content, 'problems/bad/reference/reference.ts'));
    // An editor's.
    cpSync(join(content, 'problems/bad'), join(content, 'problems/.bad.swp'), { recursive: true });
    await expect(readProblems(content)).rejects.toMatchObject({
      message: [
        'bad/reference/reference.ts: expected this file',
        'copy/problem.yaml: uuid: expected one of its own, but add has the same',
      ].join('\n'),
    });
  });
});
