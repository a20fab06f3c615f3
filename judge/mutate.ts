import { availableParallelism } from 'node:os';
import type { ProblemPackage } from '#content/problem.ts';
import { mapAtOnce } from './at-once.ts';
import { findDeath } from './find-death.ts';
import type { GradableProblem } from './gradable-problem.ts';
import type { Stations } from './grade.ts';
import { combine, type MadeMutant, makeMutants } from './mutate/make.ts';
import { openPlaces, submissionsYaml } from './package-places.ts';
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

/** What became of a mutant: it does not compile, is rejected in a group, or is accepted. */
export type Fate = {
  mutant: Pick<MadeMutant, 'file' | 'line' | 'column' | 'name'>;
  fate: 'stillborn' | 'killed' | 'survived';
  group: string | null;
};

export type MutationReport = {
  slug: string;
  /** Those that compile. */
  living: number;
  stillborn: number;
  killedBy: { group: string; count: number }[];
  survivors: Fate['mutant'][];
  /** Survivors that submissions.yaml gives a reason for. */
  justified: number;
  pairs: { tried: number; survivors: Fate['mutant'][] };
  findings: Finding[];
};

/** From this share of the living on, unjustified survivors are an error: then mistakes that nobody thought of get through. */
const mostSurvivors = 0.03;

/** Steps that fill the unit square evenly: the R2 sequence of M. Roberts. */
const spread = [0.7548776662466927, 0.5698402909980532];

/** Changes the accepted solutions of a package in all the small ways it knows and tells which changes no test notices. */
export async function mutatePackage(mutation: Mutation): Promise<MutationReport> {
  const { pkg, problem } = mutation;
  const solutions = pkg.submissions.filter(({ folder }) => folder === 'accepted');
  const mutants = makeMutants(solutions);
  const fates = await judgeAll(mutants, mutation);
  const living = mutants.filter((_, i) => fates[i]?.fate !== 'stillborn');
  const survived = mutants.filter((_, i) => fates[i]?.fate === 'survived');
  const isJustified = ({ file, name }: Fate['mutant']) =>
    pkg.equivalentMutants.some((known) => known.file === file && known.mutants.includes(name));
  const survivors = survived.filter((mutant) => !isJustified(mutant));
  const killed = mutants.filter((_, i) => fates[i]?.fate === 'killed');
  const pairs = await tryPairs(killed, mutation);
  return {
    slug: pkg.slug,
    living: living.length,
    stillborn: mutants.length - living.length,
    killedBy: problem.groups.map(({ name }) => ({
      group: name,
      count: fates.filter(({ group }) => group === name).length,
    })),
    survivors: survivors.map(told),
    justified: survived.length - survivors.length,
    pairs,
    findings: [
      ...findingsOf(survivors, living.length),
      ...pairFindings(pairs.survivors),
      ...staleReasons(pkg, survived),
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

function told({ file, line, column, name }: MadeMutant): Fate['mutant'] {
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

function findingsOf(survivors: MadeMutant[], living: number): Finding[] {
  const share = survivors.length / Math.max(1, living);
  const each = survivors.map(({ file, line, name }): Finding => {
    const message = `${file}:${name}: no test notices`;
    return { severity: 'warning', file: `submissions/${file}`, line, rule: 'mutation', message };
  });
  if (share < mostSurvivors) return each;
  const message = `expected under ${mostSurvivors * 100} % of the mutants to survive without a reason, got ${survivors.length} of ${living} (${(share * 100).toFixed(1)} %)`;
  return [...each, { severity: 'error', file: submissionsYaml, line: null, rule: 'mutation', message }];
}

function pairFindings(survivors: Fate['mutant'][]): Finding[] {
  return survivors.map(({ file, line, name }) => ({
    severity: 'warning',
    file: `submissions/${file}`,
    line,
    rule: 'pairs',
    message: `${file}:${name}: each is noticed, both together are not`,
  }));
}

/** A reason must belong to a mutant that is there and lives, or it hides the next one to come to its place. */
function staleReasons(pkg: ProblemPackage, survived: MadeMutant[]): Finding[] {
  const places = openPlaces(pkg);
  const alive = new Set(survived.map(({ file, name }) => `${file} ${name}`));
  return pkg.equivalentMutants.flatMap(({ file, mutants }, i) =>
    mutants
      .filter((name) => !alive.has(`${file} ${name}`))
      .map((name): Finding => {
        const place = places(submissionsYaml, ['equivalent_mutants', String(i)]);
        const message = `${file}: ${name}: no mutant of this name survives`;
        return { severity: 'error', ...place, rule: 'equivalent mutants', message };
      }),
  );
}
