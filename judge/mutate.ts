import { availableParallelism } from 'node:os';
import type { ProblemPackage } from '#content/problem.ts';
import { mapAtOnce } from './at-once.ts';
import { findDeath } from './find-death.ts';
import type { GradableProblem } from './gradable-problem.ts';
import type { Stations } from './grade.ts';
import { combine, type MadeMutant, makeMutants } from './mutate/make.ts';
import { tooMany, weighReasons } from './mutate/weigh-reasons.ts';
import type { Finding } from './verify.ts';

export type Mutation = {
  pkg: ProblemPackage;
  problem: GradableProblem;
  stations: Stations;
  /** How many pairs of mutants are tried as well. */
  pairs?: number;
  atOnce?: number;
  /** Told of each mutant when its fate is known, in any order. */
  onMutant?(fate: Fate): void;
};

type Told = Pick<MadeMutant, 'file' | 'line' | 'column' | 'name'>;

/** What became of a mutant: it does not compile, is rejected in a group, or is accepted. */
export type Fate = {
  mutant: Told;
  fate: 'stillborn' | 'killed' | 'survived';
  group: string | null;
};

export type MutationReport = {
  slug: string;
  /** Those that compile and are not known to be equivalent. */
  living: number;
  stillborn: number;
  /** No mutants at all: they answer as their solution does for every input, by the reason in submissions.yaml. */
  equivalent: number;
  killedBy: { group: string; count: number }[];
  /** Without a reason. */
  survivors: Told[];
  /** Survivors that submissions.yaml gives a reason for. */
  justified: number;
  pairs: { tried: number; survivors: Told[] };
  findings: Finding[];
};

/** Steps that fill the unit square evenly: the R2 sequence of M. Roberts. */
const spread = [0.7548776662466927, 0.5698402909980532];

/** Changes the accepted solutions of a package in all the small ways it knows and tells which changes no test notices. */
export async function mutatePackage(mutation: Mutation): Promise<MutationReport> {
  const { pkg, problem } = mutation;
  const solutions = pkg.submissions.filter(({ folder }) => folder === 'accepted');
  const mutants = await makeMutants(solutions, mutation.stations.compiler);
  const fates = await judgeAll(mutants, mutation);
  const withFate = (fate: Fate['fate']) => mutants.filter((_, i) => fates[i]?.fate === fate);
  const survived = withFate('survived');
  const { equivalent, justified, unexplained, findings } = await weighReasons(survived, mutation);
  const stillborn = withFate('stillborn').length;
  const living = mutants.length - stillborn - equivalent.length;
  const pairs = await tryPairs(withFate('killed'), mutation);
  return {
    slug: pkg.slug,
    living,
    stillborn,
    equivalent: equivalent.length,
    killedBy: problem.groups.map(({ name }) => ({
      group: name,
      count: fates.filter(({ group }) => group === name).length,
    })),
    survivors: unexplained.map(told),
    justified: justified.length,
    pairs,
    findings: [
      ...unexplained.map(noTestNotices),
      ...tooMany(justified.length + unexplained.length, living),
      ...findings,
      ...pairFindings(pairs.survivors),
    ],
  };
}

async function judgeAll(mutants: readonly MadeMutant[], mutation: Mutation): Promise<Fate[]> {
  const { problem, stations, atOnce = availableParallelism(), onMutant } = mutation;
  const { signature, entryPoints, runtime } = problem;
  return mapAtOnce(mutants, atOnce, async (mutant) => {
    const compiled = await stations.compiler.compile({
      source: mutant.source,
      signature,
      entryPoints,
      runtime,
    });
    const death =
      compiled.kind === 'compiled'
        ? await findDeath({ problem, solution: compiled.javascript }, stations)
        : undefined;
    const lives = death ? 'killed' : 'survived';
    const fate: Fate = {
      mutant: told(mutant),
      fate: compiled.kind === 'compiled' ? lives : 'stillborn',
      group: death?.group ?? null,
    };
    onMutant?.(fate);
    return fate;
  });
}

function told({ file, line, column, name }: MadeMutant): Told {
  return { file, line, column, name };
}

/** Two mistakes that are noticed each by itself may hide one another: pairs from all over the sources, the same in every run. */
async function tryPairs(killed: MadeMutant[], mutation: Mutation): Promise<MutationReport['pairs']> {
  const { pkg, pairs = 0 } = mutation;
  const combined = new Map<string, MadeMutant>();
  for (let tries = 1; combined.size < pairs && tries < pairs * 20; tries += 1) {
    const [first, second] = spread.map((step) => killed[Math.floor(((tries * step) % 1) * killed.length)]);
    const solution = pkg.submissions.find(({ file }) => file === first?.file);
    const both = first && second && solution && combine(first, second, solution);
    if (both) combined.set(`${both.file} ${both.name}`, both);
  }
  const fates = await judgeAll([...combined.values()], mutation);
  return {
    tried: fates.filter(({ fate }) => fate !== 'stillborn').length,
    survivors: fates.filter(({ fate }) => fate === 'survived').map(({ mutant }) => mutant),
  };
}

function noTestNotices({ file, line, name }: Told): Finding {
  const message = `${file}:${name}: no test notices`;
  return { severity: 'error', file: `submissions/${file}`, line, rule: 'mutation', message };
}

function pairFindings(survivors: Told[]): Finding[] {
  return survivors.map(({ file, line, name }) => ({
    severity: 'warning',
    file: `submissions/${file}`,
    line,
    rule: 'pairs',
    message: `${file}:${name}: each is noticed, both together are not`,
  }));
}
