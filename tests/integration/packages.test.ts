import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findLinkable } from '#content/linkable.ts';
import type { ProblemPackage } from '#content/problem.ts';
import { readProblems } from '#content/read-problem.ts';
import { findOrPrepare } from '#judge/prepared.ts';
import { type VerifyReport, verifyPackage } from '#judge/verify.ts';
import { openTestStations } from '#tests/harness/stations.ts';

const content = fileURLToPath(new URL('../../content', import.meta.url));
const [packages, linkable] = await Promise.all([readProblems(content), findLinkable(content)]);

let stations: Awaited<ReturnType<typeof openTestStations>>;
beforeAll(async () => {
  stations = await openTestStations({ size: availableParallelism() });
});
afterAll(() => stations.close());

const core = ['distill', 'param-count', 'prune', 'quantize'];

describe('taken together', () => {
  test.each(core)('%s, of the core, is there with twelve mistakes or more that have a name', (slug) => {
    const mistakes = packages
      .filter((pkg) => pkg.slug === slug)
      .flatMap(({ submissions }) => submissions)
      .filter(({ folder, misconception }) => folder === 'wrong_answer' && misconception !== null);
    expect(mistakes.length).toBeGreaterThanOrEqual(12);
  });

  test('they go from easy to hard, with at least three of each', () => {
    for (const difficulty of ['easy', 'medium', 'hard'])
      expect(packages.filter((pkg) => pkg.difficulty === difficulty).length).toBeGreaterThanOrEqual(3);
  });

  test('param-count is held against eight published models or more, spelt out layer by layer', () => {
    const cases =
      packages.find(({ slug }) => slug === 'param-count')?.groups.flatMap((group) => group.cases) ?? [];
    const published = cases.flatMap(({ source }) =>
      source.kind === 'generated' && typeof source.params['published'] === 'number'
        ? [source.params['published']]
        : [],
    );
    expect(new Set(published).size).toBeGreaterThanOrEqual(8);
    expect(published).toEqual(expect.arrayContaining([124_439_808, 6_738_415_616]));
  });
});

// Every submission is graded once, in verifying its package; each test then asks after one of them.
for (const pkg of packages) {
  describe(pkg.slug, () => {
    let report: VerifyReport;
    beforeAll(async () => {
      const { problem, computedBy } = await findOrPrepare(pkg, async () => stations);
      // Twice the time would tell of findings that are not looked at below.
      report = await verifyPackage({ pkg, problem, computedBy, stations, linkable, doubling: false });
    }, 1_200_000);

    test.each(pkg.submissions.map(({ file, permitted }) => ({ file, permitted })))(
      `${pkg.slug}/$file → $permitted.0`,
      ({ file, permitted }) => {
        const graded = report.submissions.find((submission) => submission.file === file);
        expect(permitted).toContain(graded?.verdict);
      },
    );

    test(`${pkg.slug}: each mistake is named as itself`, () => {
      expect(namesOf(report)).toEqual(expectedNames(pkg));
    });

    test(`${pkg.slug} keeps every rule of docs/problem-packages.md`, () => {
      // How long a solution takes is the machine's doing, too: `problem verify` tells its author.
      const findings = report.findings.filter(
        ({ rule, severity }) =>
          rule !== 'time limit' && !(rule === 'misconception' && severity === 'warning'),
      );
      expect(findings).toEqual([]);
    });
  });
}

function namesOf({ submissions }: VerifyReport): Record<string, string | null> {
  return Object.fromEntries(submissions.map(({ file, diagnosis }) => [file, diagnosis]));
}

function expectedNames({ submissions }: ProblemPackage): Record<string, string | null> {
  const named = submissions.map(({ file, misconception }) => [file, misconception?.id ?? null] as const);
  return Object.fromEntries(named);
}
