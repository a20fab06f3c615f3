import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SandboxUnavailable } from '#judge/confine.ts';
import { decodePlain } from '#judge/plain-data.ts';
import { publishAll, type Skipped } from '#judge/publish.ts';
import { findCurrent, getSecret } from '#prisma/problem-version.ts';
import { bareEnvironment } from '#tests/harness/bare-environment.ts';
import { type TestDatabase, withDatabase } from '#tests/harness/database.ts';
import { withMounts } from '#tests/harness/mounts.ts';
import { openTestStations } from '#tests/harness/stations.ts';

const fixtures = fileURLToPath(new URL('../fixtures', import.meta.url));
let stations: Awaited<ReturnType<typeof openTestStations>>;
let scratch: string;
let content: string;
let opened: number;
beforeAll(async () => {
  stations = await openTestStations();
  scratch = mkdtempSync(join(tmpdir(), 'publish-'));
});
afterAll(async () => {
  rmSync(scratch, { recursive: true });
  await stations.close();
});
beforeEach(() => {
  content = mkdtempSync(join(scratch, 'content-'));
  cpSync(fixtures, content, { recursive: true });
  mkdirSync(join(content, 'questions'), { recursive: true });
  opened = 0;
});

function publish({ db }: TestDatabase, skip?: (skipped: Skipped) => void) {
  return publishAll(content, {
    db,
    ...(skip && { skip }),
    cacheDir: join(content, 'cache'),
    openStations: async () => {
      opened += 1;
      return stations;
    },
  });
}

test('where nothing can be run, what has to be computed waits, and what was computed before is published', async () => {
  const cannot = async () => {
    throw new SandboxUnavailable('no walls');
  };
  const publishWith = ({ db }: TestDatabase, openStations: () => Promise<never>) =>
    publishAll(content, { db, cacheDir: join(content, 'cache'), openStations });
  await withDatabase(async (database) => {
    expect(await publishWith(database, cannot)).toMatchObject([{ slug: 'add', outcome: 'waiting' }]);
    expect(await findCurrent(database.db, 'add')).toBeUndefined();
    await publish(database);
  });
  await withDatabase(async (database) => {
    expect(await publishWith(database, cannot)).toMatchObject([{ slug: 'add', outcome: 'new' }]);
  });
});

function editStatement(text: string): void {
  writeFileSync(join(content, 'problems/add/statement/problem.en.md'), text);
}

test('a package is published once; the secret half holds expected outputs, the public one the samples alone', async () => {
  await withDatabase(async (database) => {
    const [first] = await publish(database);
    expect(first).toMatchObject({ slug: 'add', outcome: 'new' });
    const current = await findCurrent(database.db, 'add');
    expect(current).toMatchObject({ id: first?.version, public: { slug: 'add', version: first?.version } });
    expect(current?.public).toMatchObject({
      groups: [
        { name: 'sample', sample: true, tests: ['sample/01-three'] },
        { name: '1-integers', points: 40 },
        { name: '2-floats' },
        { name: '3-validated' },
      ],
      samples: [{ name: 'sample/01-three', expected: '{"sum":6}' }],
    });
    const shown = JSON.stringify(current?.public);
    for (const secret of ['heldOut', 'output_validator', 'generators', 'forgets-the-last']) {
      expect(shown).not.toContain(secret);
    }
    expect(decodePlain(await getSecret(database.db, first?.version ?? ''))).toMatchObject({
      slug: 'add',
      groups: [{}, { tests: [{ expected: { sum: 0 } }, { expected: { sum: -9 } }] }, {}, {}],
      misconceptions: [
        { id: 'adds-magnitudes' },
        { id: 'forgets-the-last', right: ['secret/1-integers/01-none'] },
      ],
    });
  });
});

test('publishing again with nothing changed computes nothing and changes nothing', async () => {
  await withDatabase(async (database) => {
    const [first] = await publish(database);
    const before = await findCurrent(database.db, 'add');
    expect(await publish(database)).toEqual([{ ...first, outcome: 'unchanged' }]);
    expect(opened).toBe(1);
    expect(await findCurrent(database.db, 'add')).toEqual(before);
  });
});

test('an edited package becomes current; taking the edit back restores the version that was', async () => {
  await withDatabase(async (database) => {
    const [first] = await publish(database);
    editStatement('Add them.\n');
    const [second] = await publish(database);
    expect(second?.outcome).toBe('new');
    expect((await findCurrent(database.db, 'add'))?.id).toBe(second?.version);
    expect(readdirSync(join(content, 'cache/prepared'))).toHaveLength(1);
    cpSync(fixtures, content, { recursive: true });
    expect(await publish(database)).toEqual([{ ...first, outcome: 'restored' }]);
    expect((await findCurrent(database.db, 'add'))?.id).toBe(first?.version);
  });
});

test('what was computed before is not computed for another database; damaged, it is computed anew', async () => {
  await withDatabase(publish);
  expect(opened).toBe(1);
  await withDatabase(publish);
  expect(opened).toBe(1);
  const folder = join(content, 'cache/prepared');
  for (const file of readdirSync(folder)) writeFileSync(join(folder, file), '{"problem":');
  await withDatabase(async (database) => {
    expect(await publish(database)).toMatchObject([{ outcome: 'new' }]);
  });
  expect(opened).toBe(2);
});

test('a broken package stops everything before anything is written', async () => {
  await withDatabase(async (database) => {
    cpSync(join(content, 'problems/add'), join(content, 'problems/broken'), { recursive: true });
    writeFileSync(join(content, 'problems/broken/problem.yaml'), 'name: nothing else\n');
    await expect(publish(database)).rejects.toThrow('broken/problem.yaml');
    expect(await database.db.problemVersion.count()).toBe(0);
  });
});

test('a text that its page could not show stops everything before anything is written, too', async () => {
  await withDatabase(async (database) => {
    editStatement('Add them.\n\n$\\frac{1}$\n');
    await expect(publish(database)).rejects.toThrow('add/statement/problem.en.md:3: math: ');
    expect(await database.db.problemVersion.count()).toBe(0);
    expect(opened).toBe(0);
  });
});

test('a tolerance for a field that no output has is refused by file and line', async () => {
  await withDatabase(async (database) => {
    const file = join(content, 'problems/add/problem.yaml');
    const rule = '{ kind: allclose, rtol: 1.0e-9, atol: 1.0e-9 }';
    const misspelt = `{ default: { kind: exact }, fields: { sums: ${rule} } }`;
    writeFileSync(file, readFileSync(file, 'utf8').replace(rule, misspelt));
    await expect(publish(database)).rejects.toThrow(
      'add/problem.yaml:10: expected a field of the expected outputs (sum), got sums',
    );
    expect(await database.db.problemVersion.count()).toBe(0);
  });
});

describe('where faulty packages are to be skipped, as at a start', () => {
  const begun = { file: 'problem.yaml', text: 'name: [\n', why: /^begun\/problem\.yaml:\d+: / };
  /** Each is the fixture with one file spoilt, and a uuid of its own. */
  const faults: Record<string, { file: string; text: string; why: RegExp }> = {
    begun,
    'half-edited': {
      file: 'generators/uniform.ts',
      text: 'export function generate({ random }) {\n  return { args: { numbers: [random() };\n',
      why: /^half-edited\/generators\/uniform\.ts:2: expected erasable TypeScript: /,
    },
    throws: {
      file: 'reference/reference.ts',
      text: "export function reference() { throw new Error('not yet'); }\n",
      why: /^throws\/reference\/reference\.ts: .*not yet/,
    },
    driverless: {
      file: 'include/driver.ts',
      text: "import './gone.ts';\nexport const drive = () => 0;\n",
      why: /^driverless\/include\/driver\.ts: the driver does not load/,
    },
    unshowable: {
      file: 'statement/problem.en.md',
      text: 'Add them.\n\n$\\frac{1}$\n',
      why: /^unshowable\/statement\/problem\.en\.md:3: math: /,
    },
    'Not A Slug': {
      file: 'notes',
      text: '',
      why: /^Not A Slug: the folder's name: expected lower-case words/,
    },
  };

  function spoil(slug: string, { file, text }: { file: string; text: string }): void {
    const folder = join(content, 'problems', slug);
    if (slug !== 'add') {
      cpSync(join(fixtures, 'problems/add'), folder, { recursive: true });
      const yaml = readFileSync(join(folder, 'problem.yaml'), 'utf8');
      writeFileSync(join(folder, 'problem.yaml'), yaml.replace(/^uuid: .*$/m, `uuid: ${randomUUID()}`));
    }
    writeFileSync(join(folder, file), text);
  }

  async function publishSkipping(database: TestDatabase) {
    const skipped: Record<string, string> = {};
    const published = await publish(database, ({ slug, cause }) => {
      skipped[slug] = cause.message;
    });
    return { published, skipped };
  }

  test('each is told with file and reason, and the others are published', async () => {
    for (const [slug, fault] of Object.entries(faults)) spoil(slug, fault);
    await withDatabase(async (database) => {
      const { published, skipped } = await publishSkipping(database);
      expect(published).toMatchObject([{ slug: 'add', outcome: 'new' }]);
      expect(skipped).toEqual(
        Object.fromEntries(
          Object.entries(faults).map(([slug, { why }]) => [slug, expect.stringMatching(why)]),
        ),
      );
    });
  });

  test('`content publish` tells them by a line each when asked to skip them, and else does nothing', async () => {
    spoil('begun', begun);
    await withDatabase(async ({ url, db }) => {
      const refused = contentPublish(url);
      expect(refused).toMatchObject({ status: 2, stdout: '' });
      expect(refused.stderr).toMatch(/^whetstone: begun\/problem\.yaml:2: /);
      expect(await findCurrent(db, 'add')).toBeUndefined();
      expect(contentPublish(url, '--skip-faulty')).toMatchObject({
        status: 0,
        stdout: expect.stringMatching(/^begun: skipped: begun\/problem\.yaml:2: .+\nadd: new\n$/),
      });
    });
  });

  /** The command, where the repository has the test's problems. */
  function contentPublish(databaseUrl: string, ...options: string[]) {
    const [command, ...args] = withMounts(`mount --bind ${content}/problems content/problems`);
    const { status, stdout, stderr } = spawnSync(
      command,
      [...args, 'bin/whetstone', 'content', 'publish', ...options],
      {
        encoding: 'utf8',
        cwd: join(import.meta.dirname, '../..'),
        env: bareEnvironment({ DATABASE_URL: databaseUrl, WHETSTONE_CACHE_DIR: join(content, 'cache') }),
      },
    );
    return { status, stdout, stderr };
  }

  test.each(Object.entries(faults).filter(([slug]) => slug !== 'Not A Slug'))(
    'one that was sound before stays as it is shown (%s)',
    async (_, fault) => {
      await withDatabase(async (database) => {
        const [first] = await publish(database);
        spoil('add', fault);
        const { published, skipped } = await publishSkipping(database);
        expect({ published, skipped: Object.keys(skipped) }).toEqual({ published: [], skipped: ['add'] });
        expect((await findCurrent(database.db, 'add'))?.id).toBe(first?.version);
      });
    },
  );
});

test('a generator whose runs differ is refused by name', async () => {
  await withDatabase(async (database) => {
    writeFileSync(
      join(content, 'problems/add/generators/uniform.ts'),
      'export function generate() { return { args: { numbers: [performance.now()] }, heldOut: { count: 1 } }; }\n',
    );
    await expect(publish(database)).rejects.toThrow(
      'add/generators/uniform.ts: secret/2-floats/01-random: two runs with seed 1 differ',
    );
  });
});

test('author code whose types cannot be erased is refused by file and line', async () => {
  await withDatabase(async (database) => {
    writeFileSync(join(content, 'problems/add/reference/reference.ts'), '\nenum Sum {\n  Zero,\n}\n');
    await expect(publish(database)).rejects.toThrow(/^add\/reference\/reference\.ts:?\d*: .*enum/);
  });
});
