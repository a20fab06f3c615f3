/**
 * What an output may cost the judge itself: the files of the corpus that say `// shipped: VERDICT`, at the largest limits
 * of an output and of memory that a problem here has, in a quarter of its 48 tests, which takes seconds enough.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readProblem } from '#content/read-problem.ts';
import type { GradableProblem } from '#judge/gradable-problem.ts';
import { grade } from '#judge/grade.ts';
import { openTestStations, type TestStations } from '#tests/harness/stations.ts';
import { readCorpus } from './corpus.ts';
import { repository } from './native/confinements.ts';
import { good, problems } from './problems.ts';

/** 56 MB were once held for each test to the last. One output at the limit comes to some 50 MiB while it is read. */
const mostMiB = 400;

const tests = 12;
const attacks = readCorpus().filter(({ shipped }) => shipped !== null);

let stations: TestStations;
let problem: GradableProblem;
beforeAll(async () => {
  stations = await openTestStations();
  const { limits, groups } = await readProblem(`${repository}/content/problems/quantize`);
  const shippedTests = groups.flatMap((group) => group.cases).length;
  expect({ shippedTests, outputKiB: limits.outputKiB }).toEqual({ shippedTests: 48, outputKiB: 4096 });
  const [, secret] = problems.plain.groups;
  const [first] = secret?.tests ?? [];
  if (!secret || !first) throw new Error('the problem has no secret group');
  problem = {
    ...problems.plain,
    // Time is not what is tried here, and a busy machine has little of it.
    limits: { ...limits, timeMs: 20_000, wallMs: 60_000 },
    groups: [
      { ...secret, tests: Array.from({ length: tests }, (_, n) => ({ ...first, name: `secret/${n}` })) },
    ],
    // One that gives nothing of this: as long as it is possible an output may be of use.
    misconceptions: [
      {
        id: 'forgets-seven',
        title: secret.title,
        message: secret.title,
        right: [],
        outputs: Object.fromEntries(Array.from({ length: tests }, (_, n) => [`secret/${n}`, 144])),
      },
    ],
  };
  // What everything takes that is used for the first time is not the attack's.
  await gradeOne(good.plain);
});
afterAll(() => stations.close());

async function gradeOne(source: string) {
  collect();
  const before = process.memoryUsage.rss();
  let peak = before;
  const look = () => {
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  const looking = setInterval(look, 1);
  const verdict = await grade({ source, problem }, stations, { status: look, test: look });
  clearInterval(looking);
  look();
  return { verdict: verdict.verdict, run: verdict.tests.length, peakMiB: (peak - before) / 2 ** 20 };
}

function collect(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}

test.each(attacks)(
  '$name costs the judge no more than a test or two',
  async ({ source, shipped }) => {
    const { verdict, run, peakMiB } = await gradeOne(source);
    expect(verdict).toBe(shipped);
    // A guest that is near its own limit may not live to the last.
    expect(run).toBeGreaterThan(tests / 2);
    expect(peakMiB).toBeLessThan(mostMiB);
    expect((await gradeOne(good.plain)).run).toBe(tests);
  },
  120_000,
);
