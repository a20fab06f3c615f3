import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readProblems } from '#content/read-problem.ts';
import { findOrPrepare } from '#judge/prepared.ts';
import { type VerifyReport, verifyPackage } from '#judge/verify.ts';
import { openTestStations } from '#tests/harness/stations.ts';

const packages = await readProblems(fileURLToPath(new URL('../../content', import.meta.url)));

let stations: Awaited<ReturnType<typeof openTestStations>>;
beforeAll(async () => {
  stations = await openTestStations({ size: availableParallelism() });
});
afterAll(() => stations.close());

test('the four core problems are there', () => {
  const slugs = packages.map(({ slug }) => slug);
  expect(slugs).toEqual(expect.arrayContaining(['distill', 'param-count', 'prune', 'quantize']));
});

// Every submission is graded once, in verifying its package; each test then asks after one of them.
for (const pkg of packages) {
  describe(pkg.slug, () => {
    let report: VerifyReport;
    beforeAll(async () => {
      const { problem, computedBy } = await findOrPrepare(pkg, async () => stations);
      report = await verifyPackage({ pkg, problem, computedBy, stations });
    }, 1_200_000);

    test.each(pkg.submissions.map(({ file, permitted }) => ({ file, permitted })))(
      `${pkg.slug}/$file → $permitted.0`,
      ({ file, permitted }) => {
        const graded = report.submissions.find((submission) => submission.file === file);
        expect(permitted).toContain(graded?.verdict);
      },
    );

    test(`${pkg.slug} keeps every rule of docs/problem-packages.md`, () => {
      // How long a solution takes is the machine's doing, too: `problem verify` tells its author.
      const findings = report.findings.filter(({ rule }) => rule !== 'time limit');
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    });
  });
}
