import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rootFolder } from '#bin/config.ts';
import { readProblems } from '#content/read-problem.ts';
import { indexOf, planOf } from './plan.ts';

const packages = await readProblems(join(rootFolder, 'content'));

test('a seed names a plan, and another seed another', () => {
  const options = { count: 50, seed: 7 };
  expect(planOf(packages, options)).toEqual(planOf(packages, options));
  expect(planOf(packages, { ...options, seed: 8 })).not.toEqual(planOf(packages, options));
});

test('a thousand hold every verdict that a solution can get, and all four core problems', () => {
  const plan = planOf(packages, { count: 1000, seed: 1 });
  expect(new Set(plan.flatMap(({ permitted }) => permitted))).toEqual(
    new Set(['AC', 'WA', 'TLE', 'MLE', 'OLE', 'RTE', 'CE']),
  );
  expect(new Set(plan.map(({ problem }) => problem))).toEqual(
    new Set(['param-count', 'prune', 'quantize', 'distill']),
  );
});

test('a stored source tells which of the plan it is', () => {
  const plan = planOf(packages, { count: 20, seed: 3 });
  expect(plan.map(({ source }) => indexOf(source))).toEqual(plan.map(({ index }) => index));
  expect(indexOf('export const other = 1;\n')).toBeUndefined();
});
