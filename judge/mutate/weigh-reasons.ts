import type { ProblemPackage, ReasonedMutants } from '#content/problem.ts';
import type { GradableProblem } from '../gradable-problem.ts';
import type { Stations } from '../grade.ts';
import { gradeRecorded, type Outputs } from '../grade-recorded.ts';
import { openPlaces, submissionsYaml } from '../package-places.ts';
import { encodePlain } from '../plain-data.ts';
import type { Finding } from '../verify.ts';
import type { MadeMutant } from './make.ts';

/** From this share of the mutants on those that survive are too many, for whatever reasons. */
const mostSurvivors = 0.03;

export type Weighed = {
  equivalent: MadeMutant[];
  justified: MadeMutant[];
  unexplained: MadeMutant[];
  /** What is wrong with the reasons themselves. */
  findings: Finding[];
};

type Weighing = { pkg: ProblemPackage; problem: GradableProblem; stations: Stations };

const keys = { equivalentMutants: 'equivalent_mutants', survivingMutants: 'surviving_mutants' } as const;
type List = keyof typeof keys;

/** Sorts the survivors by the reasons that submissions.yaml gives, and holds the reasons against what was seen. */
export async function weighReasons(survived: MadeMutant[], weighing: Weighing): Promise<Weighed> {
  const { pkg } = weighing;
  const isIn = (list: List) => (mutant: MadeMutant) => pkg[list].some((reasoned) => names(reasoned, mutant));
  const equivalent = survived.filter(isIn('equivalentMutants'));
  const others = survived.filter((mutant) => !equivalent.includes(mutant));
  return {
    equivalent,
    justified: others.filter(isIn('survivingMutants')),
    unexplained: others.filter((mutant) => !isIn('survivingMutants')(mutant)),
    findings: [
      ...staleReasons('equivalentMutants', survived, pkg),
      ...staleReasons('survivingMutants', others, pkg),
      ...(await unlike(equivalent, weighing)),
    ],
  };
}

function names({ file, mutants }: ReasonedMutants, mutant: MadeMutant): boolean {
  return file === mutant.file && mutants.includes(mutant.name);
}

export function tooMany(survivors: number, living: number): Finding[] {
  const share = survivors / Math.max(1, living);
  if (share < mostSurvivors) return [];
  const message = `expected under ${mostSurvivors * 100} % of the mutants to survive, got ${survivors} of ${living} (${(share * 100).toFixed(1)} %)`;
  return [{ severity: 'error', file: submissionsYaml, line: null, rule: 'mutation', message }];
}

/** A reason must belong to a mutant that is there and lives, or it hides the next one to come to its place. */
function staleReasons(list: List, survived: MadeMutant[], pkg: ProblemPackage): Finding[] {
  return pkg[list].flatMap(({ file, mutants }, i) =>
    mutants
      .filter((name) => !survived.some((mutant) => mutant.file === file && mutant.name === name))
      .map((name) => complaint(pkg, [list, i], `${file}: ${name}: no mutant of this name survives`)),
  );
}

/** Whoever says that no input tells them apart is not believed where a test does: to the last bit, not within a tolerance. */
async function unlike(equivalent: MadeMutant[], { pkg, problem, stations }: Weighing): Promise<Finding[]> {
  const findings: Finding[] = [];
  const answers = new Map<string, Outputs>();
  for (const { file, source } of pkg.submissions.filter(({ folder }) => folder === 'accepted'))
    if (equivalent.some((mutant) => mutant.file === file))
      answers.set(file, (await gradeRecorded(source, problem, stations)).outputs);
  for (const mutant of equivalent) {
    const expected = answers.get(mutant.file) ?? new Map();
    const { outputs } = await gradeRecorded(mutant.source, problem, stations);
    const test = [...expected.keys()].find(
      (name) => encodePlain(outputs.get(name)) !== encodePlain(expected.get(name)),
    );
    if (test === undefined) continue;
    const index = pkg.equivalentMutants.findIndex((reasoned) => names(reasoned, mutant));
    const message = `${mutant.file}: ${mutant.name}: expected the very answers of its solution, got others in ${test}: it is not equivalent`;
    findings.push(complaint(pkg, ['equivalentMutants', index], message));
  }
  return findings;
}

function complaint(pkg: ProblemPackage, [list, index]: [List, number], message: string): Finding {
  const place = openPlaces(pkg)(submissionsYaml, [keys[list], String(index)]);
  return { severity: 'error', ...place, rule: keys[list].replace('_', ' '), message };
}
