/** Small slips in right solutions, graded as submissions are: none may be told a mistake that is not theirs. */
import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readProblem } from '#content/read-problem.ts';
import { mapAtOnce } from '#judge/at-once.ts';
import { grade } from '#judge/grade.ts';
import { makeMutants } from '#judge/mutate/make.ts';
import { findOrPrepare } from '#judge/prepared.ts';
import { openTestStations } from '#tests/harness/stations.ts';

let stations: Awaited<ReturnType<typeof openTestStations>>;
beforeAll(async () => {
  stations = await openTestStations({ size: availableParallelism() });
});
afterAll(() => stations.close());

const seed = 1;

/** How many of each package: a model is trained for every fault in a solution of distill. */
const counts: Record<string, number> = { 'param-count': 40, prune: 30, quantize: 20, distill: 8 };

/** By their names, so that an edit elsewhere in a solution leaves the others of the sample as they are. */
function sampleOf<T extends { file: string; name: string }>(mutants: T[], count: number): T[] {
  const lot = ({ file, name }: T) => createHash('sha256').update(`${seed} ${file} ${name}`).digest('hex');
  return mutants
    .map((mutant) => ({ mutant, at: lot(mutant) }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .slice(0, count)
    .map(({ mutant }) => mutant);
}

/** Mutants that are the very mistake that is named, as was seen by reading each; no others may be named. */
const rightlyNamed: Record<string, Record<string, string>> = {
  'param-count': {
    'accepted/layers-as-projections.ts:57:7 size >= 1 && size % 1 === 0 → true': 'takes-any-size',
    'accepted/shapes-in-bigint.ts:25:9 bias → true': 'bias-always',
    // Asks that the heads divide the width also where a head's own width is given.
    'accepted/shapes-in-bigint.ts:39:9 layer.headDim === undefined → true': 'heads-must-divide',
    'accepted/shapes-in-bigint.ts:48:14 layer.affine ?? true → true': 'affine-always',
  },
  prune: {
    'accepted/layer-by-layer.ts:11:72 >= → >': 'prunes-the-threshold-too',
    'accepted/layer-by-layer.ts:17:5 drop next.forEach((tensor) => tensor.dispose());': 'leaks-tensors',
    'accepted/mask-by-tensor.ts:9:54 less → lessEqual': 'prunes-the-threshold-too',
    'accepted/plain-loops.ts:14:36 < → <=': 'prunes-the-threshold-too',
    'accepted/plain-loops.ts:14:36 < → >=': 'keeps-small-weights',
    'accepted/plain-loops.ts:6:48 < → <=': 'refuses-zero',
    'accepted/plain-loops.ts:6:7 !Number.isFinite(threshold) || threshold < 0 → false': 'takes-any-threshold',
    'accepted/plain-loops.ts:7:5 drop throw new RangeError(`threshold: expected a finite number of at least 0, g…':
      'takes-any-threshold',
  },
  // The scale of a channel of zeros becomes 0 in the place of 1.
  quantize: { 'accepted/loops-in-double.ts:20:52 1 → 0': 'zero-channel-by-zero' },
};

const deaf = { status: () => undefined, test: () => undefined };

describe.each(Object.entries(counts))('%s', (slug, count) => {
  test('a random fault is diagnosed as what it is, or not at all', async () => {
    const pkg = await readProblem(join(import.meta.dirname, '../../content/problems', slug));
    const { problem } = await findOrPrepare(pkg, async () => stations);
    const right = pkg.submissions.filter(({ folder }) => folder === 'accepted');
    const mutants = sampleOf(await makeMutants(right, stations.compiler), count);
    expect(mutants).toHaveLength(count);
    const verdicts = await mapAtOnce(mutants, availableParallelism(), ({ source }) =>
      grade({ source, problem }, stations, deaf),
    );
    const wrong = verdicts.filter(({ verdict }) => verdict === 'WA');
    expect(wrong.length).toBeGreaterThan(count / 4);
    const named = mutants.flatMap(({ file, name }, i) => {
      const id = verdicts[i]?.diagnosis?.id;
      const mutant = `${file}:${name}`;
      return id === undefined || rightlyNamed[slug]?.[mutant] === id ? [] : [`${mutant} is told ${id}`];
    });
    expect(named).toEqual([]);
  }, 300_000);
});
