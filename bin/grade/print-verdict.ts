import { describeFailure } from '#judge/describe.ts';
import type { TestResult, Verdict } from '#judge/verdict.ts';

/** The verdict as the API tells it, without ids and dates. */
export function verdictJson(verdict: Verdict, { problem, version }: { problem: string; version: string }) {
  const { verdict: code, score, maxScore, cpuMs, memoryKiB, compile, groups, tests, diagnosis } = verdict;
  return {
    problem,
    problemVersion: version,
    status: 'done',
    verdict: code,
    score,
    maxScore,
    cpuMs,
    memoryKiB,
    compile,
    groups,
    tests: tests.map(({ failure, hint, console: printed, ...test }) => ({
      ...test,
      message: failure ? describeFailure(failure, 'en') : '',
    })),
    diagnosis,
  };
}

/** The verdict for people, on standard output. */
export function printVerdict(verdict: Verdict): void {
  const { compile, groups, tests, diagnosis } = verdict;
  const { verdict: code, score, maxScore, cpuMs, memoryKiB } = verdict;
  const memory = `${(memoryKiB / 1024).toFixed(1)} MiB`;
  console.log(`${code} · ${score} of ${maxScore} points · ${Math.round(cpuMs)} ms · ${memory}`);
  for (const { line, column, code: diagnostic, message } of compile)
    console.log(`  ${line}:${column} ${diagnostic} ${message}`);
  if (compile.length > 0) return;
  for (const group of groups)
    console.log(`  ${group.verdict.padEnd(3)} ${group.name}  ${group.run} of ${group.total} tests run`);
  for (const test of tests.filter((one) => one.verdict !== 'AC')) console.log(lineOf(test));
  if (diagnosis) console.log(`\n${diagnosis.title.en}\n${diagnosis.message.en}`);
}

function lineOf({ verdict, name, failure, hint, console: printed }: TestResult): string {
  const lines = [
    `  ${verdict} ${name}${failure ? `: ${describeFailure(failure, 'en')}` : ''}`,
    ...(hint ? [`    hint: ${hint.en}`] : []),
    ...(printed ? [`    it printed: ${printed.trimEnd().replaceAll('\n', '\n    ')}`] : []),
  ];
  return lines.join('\n');
}
