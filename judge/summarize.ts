import type { GradableGroup, GradableProblem } from './gradable-problem.ts';
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
  problem: Pick<GradableProblem, 'groups'>,
  judged: { compile: CompileDiagnostic[]; tests: TestResult[]; diagnosis: Diagnosis | null },
): Verdict {
  const { compile, tests } = judged;
  const groups = problem.groups.map((group) =>
    groupResult(
      group,
      tests.filter((test) => test.group === group.name),
    ),
  );
  const failed = groups.find((group) => group.verdict !== 'AC');
  const verdict = compile.length > 0 ? 'CE' : (failed?.verdict ?? 'AC');
  return {
    verdict,
    score: sum(groups.map((group) => group.score)),
    maxScore: sum(groups.map((group) => group.points)),
    cpuMs: sum(tests.map((test) => test.cpuMs)),
    memoryKiB: Math.max(0, ...tests.map((test) => test.memoryKiB)),
    compile,
    groups,
    tests,
    diagnosis: verdict === 'WA' ? judged.diagnosis : null,
  };
}

function groupResult(group: GradableGroup, tests: TestResult[]): GroupResult {
  const { name, title, points } = group;
  const verdict = groupVerdict(group, tests);
  return {
    name,
    title,
    points,
    score: verdict === 'AC' ? points : 0,
    verdict,
    run: tests.length,
    total: group.tests.length,
  };
}

// Fail closed: a test that nobody spoke for is a judge error, never accepted.
function groupVerdict(group: GradableGroup, tests: TestResult[]): VerdictCode {
  const failed = tests.find((test) => test.verdict !== 'AC');
  if (failed) return failed.verdict;
  const judged = new Set(tests.map((test) => test.name));
  return group.tests.every((test) => judged.has(test.name)) ? 'AC' : 'JE';
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** The verdict where we failed; the solver is told so and nothing is held against them. */
export function judgeError(problem: Pick<GradableProblem, 'groups'>, message: string): Verdict {
  const verdict = summarize(problem, { compile: [], tests: [], diagnosis: null });
  const first = problem.groups[0];
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
