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
const counts: Record<string, number> = { 'param-count': 60, prune: 40, quantize: 30, distill: 15 };

/** By their names, so that an edit elsewhere in a solution leaves the others of the sample as they are. */
function sampleOf<T extends { file: string; name: string }>(mutants: T[], count: number): T[] {
  const lot = ({ file, name }: T) => createHash('sha256').update(`${seed} ${file} ${name}`).digest('hex');
  return mutants
    .map((mutant) => ({ mutant, at: lot(mutant) }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .slice(0, count)
    .map(({ mutant }) => mutant);
}

/** Mutants that are the very mistake that is named: why stands beside each. */
const rightlyNamed: Record<string, Record<string, string>> = {};

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
    expect(wrong.length).toBeGreaterThan(5);
    const named = mutants.flatMap(({ file, name }, i) => {
      const id = verdicts[i]?.diagnosis?.id;
      return id === undefined ? [] : [[`${file}:${name}`, id]];
    });
    expect(Object.fromEntries(named)).toEqual(rightlyNamed[slug] ?? {});
  }, 300_000);
});
