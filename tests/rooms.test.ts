import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import { afterAll, beforeAll, expect, test } from 'vitest';

const config = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as {
  forbidden: IForbiddenRuleType[];
  options: ICruiseOptions;
};
const rooms = ['app', 'bin', 'content', 'judge', 'prisma', 'tests'];

async function cruiseRooms(baseDir: string, resolve: { exportsFields: string[] }): Promise<ICruiseResult> {
  const { enhancedResolveOptions, ...options } = config.options;
  const { output } = await cruise(
    rooms,
    { ...options, baseDir, validate: true, ruleSet: { forbidden: config.forbidden } },
    { ...enhancedResolveOptions, ...resolve },
  );
  if (typeof output === 'string') throw new Error('the cruise should answer with an object');
  return output;
}

test('the rooms keep to their boundaries', async () => {
  const { summary } = await cruiseRooms(process.cwd(), { exportsFields: ['exports'] });
  expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);

  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', ...rooms], { encoding: 'utf8' })
    .split('\n')
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file))
    .filter(
      (file) =>
        !/^content\/problems\/[^/]+\/(submissions|attachments)\/|^tests\/(fixtures|hostile\/corpus)\//.test(
          file,
        ),
    );
  expect(summary.totalCruised).toBeGreaterThanOrEqual(files.length);
}, 60_000);

/** A file for each way to break a rule. */
const offences: Record<string, { rule: string; files: Record<string, string> }> = {
  'content reaches into the judge': {
    rule: 'room-content',
    files: { 'content/question.ts': "import '../judge/grade.ts';", 'judge/grade.ts': '' },
  },
  'the memory reaches into the judge': {
    rule: 'room-prisma',
    files: { 'prisma/user.ts': "import '../judge/grade.ts';", 'judge/grade.ts': '' },
  },
  'the judge reaches into the site': {
    rule: 'room-judge',
    files: { 'judge/grade.ts': "import '../app/page.ts';", 'app/page.ts': '' },
  },
  'the site enters the judge by a window': {
    rule: 'room-app',
    files: { 'app/page.ts': "import '../judge/record.ts';", 'judge/record.ts': '' },
  },
  'the browser gets the database': {
    rule: 'client-sees-words-only',
    files: { 'app/list.client.tsx': "import '../prisma/user.ts';", 'prisma/user.ts': '' },
  },
  'a station is entered past its face': {
    rule: 'face-only',
    files: { 'judge/grade.ts': "import './sandbox/host/pool.ts';", 'judge/sandbox/host/pool.ts': '' },
  },
  'one station calls another': {
    rule: 'station-alone',
    files: { 'judge/check.ts': "import './sandbox.ts';", 'judge/sandbox.ts': '' },
  },
  'grading needs the database': {
    rule: 'grade-needs-no-database',
    files: { 'judge/grade.ts': "import '../prisma/user.ts';", 'prisma/user.ts': '' },
  },
  'the words import something': {
    rule: 'verdict-is-a-leaf',
    files: { 'judge/verdict.ts': "import './log.ts';", 'judge/log.ts': '' },
  },
  'the site bundles a grader through a third file': {
    rule: 'site-never-grades',
    files: {
      'app/page.ts': "import '../judge/api.ts';",
      'judge/api.ts': "import './grade.ts';",
      'judge/grade.ts': '',
    },
  },
  'the guest learns an expected output': {
    rule: 'guest-knows-nothing',
    files: { 'judge/sandbox/guest/main.ts': "import '../../check.ts';", 'judge/check.ts': '' },
  },
  'the isolate imports the guest': {
    rule: 'isolate-imports-nothing',
    files: {
      'judge/sandbox/isolate/console.ts': "import '../guest/main.ts';",
      'judge/sandbox/guest/main.ts': '',
    },
  },
  'the judge runs a stranger itself': {
    rule: 'only-guests-run-strangers',
    files: { 'judge/grade.ts': "import 'node:vm';" },
  },
  'a package is imported': {
    rule: 'no-package-code',
    files: {
      'judge/verify.ts': "import '../content/problems/prune/driver.ts';",
      'content/problems/prune/driver.ts': '',
    },
  },
  'two files import each other': {
    rule: 'no-circular',
    files: { 'judge/a.ts': "import './b.ts';", 'judge/b.ts': "import './a.ts';" },
  },
  'the product imports a test': {
    rule: 'no-test-in-product',
    files: { 'judge/grade.ts': "import '../tests/harness/database.ts';", 'tests/harness/database.ts': '' },
  },
  'an import leads nowhere': { rule: 'unresolvable', files: { 'judge/grade.ts': "import './gone.ts';" } },
  'the product needs a development dependency': {
    rule: 'dev-dependency-in-product',
    files: {
      'judge/grade.ts': "import 'dev-only';",
      'package.json': '{"devDependencies": {"dev-only": "1.0.0"}}',
      'node_modules/dev-only/package.json': '{"name": "dev-only", "version": "1.0.0", "main": "index.js"}',
      'node_modules/dev-only/index.js': '',
    },
  },
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rooms-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('each rule has an offence that shows it can fire', () => {
  expect(new Set(Object.values(offences).map((offence) => offence.rule))).toEqual(
    new Set(config.forbidden.map((rule) => rule.name)),
  );
});

test.each(Object.entries(offences))('it is noticed when %s', async (name, { rule, files }) => {
  const baseDir = join(folder, name.replaceAll(' ', '-'));
  for (const room of rooms) mkdirSync(join(baseDir, room), { recursive: true });
  for (const [path, text] of Object.entries({ 'package.json': '{}', ...files })) {
    mkdirSync(dirname(join(baseDir, path)), { recursive: true });
    writeFileSync(join(baseDir, path), text || 'export {};');
  }
  const { summary } = await cruiseRooms(baseDir, { exportsFields: [] });
  expect(summary.violations.map((violation) => violation.rule.name)).toContain(rule);
});
