import type { GradableGroup, GradableProblem, KnownMisconception } from './gradable-problem.ts';
import type {
  CompileDiagnostic,
  Diagnosis,
  GroupResult,
  TestResult,
  Verdict,
  VerdictCode,
} from './verdict.ts';

/**
 * Adds the tests up. A group is AC, and its points earned, only if every one of its tests was judged AC;
 * the verdict is that of the first test that was not.
 */
export function summarize(
  problem: Pick<GradableProblem, 'groups' | 'misconceptions'>,
  judged: { compile: CompileDiagnostic[]; tests: TestResult[]; diagnosis: Diagnosis | null },
): Verdict {
  const { compile, tests } = judged;
  // Fail closed: a test that nobody spoke for is a judge error, never accepted.
  const unspoken = compile.length > 0 ? 'CE' : 'JE';
  const groups = problem.groups.map((group) => groupResult(group, { tests, unspoken }));
  const verdict = groups.find((group) => group.verdict !== 'AC')?.verdict ?? 'AC';
  return {
    verdict,
    score: sum(groups.map((group) => group.score)),
    maxScore: sum(groups.map((group) => group.points)),
    cpuMs: Math.max(0, ...tests.map((test) => test.cpuMs)),
    memoryKiB: Math.max(0, ...tests.map((test) => test.memoryKiB)),
    compile,
    groups,
    tests,
    diagnosis: verdict === 'WA' ? withQuestion(judged.diagnosis, problem.misconceptions) : null,
  };
}

/** A diagnosis with the question that its author named to explain it. */
function withQuestion(diagnosis: Diagnosis | null, known: KnownMisconception[]): Diagnosis | null {
  const question = known.find(({ id }) => id === diagnosis?.id)?.question;
  return diagnosis && question ? { ...diagnosis, question } : diagnosis;
}

type Judged = { tests: TestResult[]; unspoken: VerdictCode };

function groupResult(group: GradableGroup, { tests, unspoken }: Judged): GroupResult {
  const { name, title, points } = group;
  const own = tests.filter((test) => test.group === name);
  const judged = new Set(own.map((test) => test.name));
  const complete = group.tests.length > 0 && group.tests.every((test) => judged.has(test.name));
  const verdict = own.find((test) => test.verdict !== 'AC')?.verdict ?? (complete ? 'AC' : unspoken);
  const score = verdict === 'AC' ? points : 0;
  return { name, title, points, score, verdict, run: own.length, total: group.tests.length };
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** The verdict where we failed; the solver is told so and nothing is held against them. */
export function judgeError(problem: Pick<GradableProblem, 'groups'>, message: string): Verdict {
  const { groups } = problem;
  const verdict = summarize({ groups, misconceptions: [] }, { compile: [], tests: [], diagnosis: null });
  const first = groups[0];
  const test: TestResult = {
    name: 'judge',
    group: first?.name ?? '',
    sample: true,
    verdict: 'JE',
    cpuMs: 0,
    memoryKiB: 0,
    failure: { kind: 'judge', message },
    console: '',
    hint: null,
  };
  return { ...verdict, verdict: 'JE', score: 0, tests: [test] };
}
