/**
 * Point 9 on the packages that are shipped: what a driver observes beside the solution, inputs left alone, no tensor
 * leaked, no gradient to the teacher, can't be talked away. Of each package a right solution that spoils its inputs, and
 * each wrong answer of which the driver alone can tell, behind every forgery; all other wrong answers behind all at once.
 */
import { readdirSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProblemPackage } from '#content/problem.ts';
import { readProblem } from '#content/read-problem.ts';
import type { GradableProblem } from '#judge/gradable-problem.ts';
import { grade } from '#judge/grade.ts';
import { prepare } from '#judge/prepare.ts';
import { spoilingInputs } from '#judge/verify/spoil-inputs.ts';
import { openTestStations } from '#tests/harness/stations.ts';
import { everyForgery, wholeCorpus } from './config.ts';
import { forgeries, forging } from './forgeries.ts';

const folder = fileURLToPath(new URL('../../content/problems', import.meta.url));

/** Wrong answers that answer right: only the driver can tell. */
const observed: Record<string, string[]> = {
  distill: ['gradient-to-the-teacher', 'teacher-trained-along'],
  'global-pruning': ['prunes-in-place'],
  'gptq-step': ['changes-the-state'],
  'lora-merge': ['merges-in-place'],
  prune: ['leaks-tensors', 'prunes-a-copy', 'throws-after-pruning'],
  quantize: ['writes-back-to-the-model'],
  'stable-softmax': ['works-in-place'],
  'two-four-sparsity': ['prunes-in-place'],
};

const packages = readdirSync(folder).sort();
// distill trains models: what its driver observes is tried when every forgery is.
const most = packages.filter((slug) => slug !== 'distill');
const shipped = everyForgery ? packages : wholeCorpus ? most : ['prune', 'stable-softmax'];
const perKind = 2;
// Some packages train a model in each of a dozen tests.
const timeout = 600_000;

type Stations = Awaited<ReturnType<typeof openTestStations>>;
let stations: Stations;
beforeAll(async () => {
  stations = await openTestStations();
});
afterAll(() => stations.close());

describe.each(shipped)('%s', (slug) => {
  let pkg: ProblemPackage;
  let problem: GradableProblem;
  beforeAll(async () => {
    pkg = await readProblem(`${folder}/${slug}`);
    problem = await prepare({ ...pkg, submissions: [] }, stations);
  });

  const verdictOf = async (source: string) => {
    const { verdict } = await grade({ source, problem }, stations, {
      status: () => undefined,
      test: () => undefined,
    });
    return verdict;
  };
  const javascriptOf = (start: string) => {
    const found = pkg.submissions.find(({ file }) => file.startsWith(start));
    if (!found) throw new Error(`${slug} has no ${start}`);
    return stripTypeScriptTypes(found.source, { mode: 'strip' });
  };
  const battery = () => {
    const own = forgeries.filter(({ runtime = problem.runtime }) => runtime === problem.runtime);
    const all = { name: 'all at once', codes: own.map(({ code }) => code) };
    const sample = [...own.slice(0, perKind), ...own.filter(({ runtime }) => runtime).slice(0, perKind)];
    const alone = (everyForgery ? own : sample).map(({ name, code }) => ({ name, codes: [code] }));
    return [...alone, all];
  };
  const passing = async (javascript: string) => {
    const accepted: string[] = [];
    for (const { name, codes } of battery())
      if ((await verdictOf(forging(javascript, codes, problem))) === 'AC') accepted.push(name);
    return accepted;
  };

  test('what is right stays right before nothing is forged', async () => {
    expect(await verdictOf(forging(javascriptOf('accepted/'), [], problem))).toBe('AC');
  });

  test(
    'who spoils the inputs is never accepted',
    async () => {
      const spoiling = spoilingInputs(javascriptOf('accepted/'), problem);
      if (spoiling === undefined) throw new Error('expected an entry point that can be wrapped');
      expect(await passing(spoiling)).toEqual([]);
    },
    timeout,
  );

  test.each(observed[slug] ?? [])(
    '%s is never accepted',
    async (name) => {
      expect(await passing(javascriptOf(`wrong_answer/${name}.ts`))).toEqual([]);
    },
    timeout,
  );

  test.runIf(everyForgery)(
    'no wrong answer is accepted behind all forgeries at once',
    async () => {
      const accepted: string[] = [];
      const codes = battery().at(-1)?.codes ?? [];
      for (const { file } of pkg.submissions.filter((submission) => submission.folder === 'wrong_answer'))
        if ((await verdictOf(forging(javascriptOf(file), codes, problem))) === 'AC') accepted.push(file);
      expect(accepted).toEqual([]);
    },
    timeout,
  );
});
