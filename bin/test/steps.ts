/** What `npm test` does, in this order: what is quick and says most comes first. */
export const checkNames = ['lint', 'types', 'unused', 'content'] as const;
export const suiteNames = ['unit', 'integration', 'hostile', 'chaos', 'e2e'] as const;

export type CheckName = (typeof checkNames)[number];
export type SuiteName = (typeof suiteNames)[number];
export type StepName = CheckName | SuiteName;

export const stepNames: readonly StepName[] = [...checkNames, ...suiteNames];

/** Judges, sites and a database all at once want a machine for themselves, so chaos is run where it is asked for. */
export const usualSteps: readonly StepName[] = stepNames.filter((name) => name !== 'chaos');

/** How a step ended; a check counts as one test. */
export type Outcome = { name: StepName; passed: number; failed: number; seconds: number };

/** The closing lines: how each step ended, and the sum, alone on its line. */
export function closingLines(outcomes: Outcome[]): string {
  const lines = outcomes.map(({ name, passed, failed, seconds }) => {
    const told = failed === 0 ? `${passed} passed` : `${failed} of ${passed + failed} failed`;
    return `${failed === 0 ? '✓' : '✗'} ${name.padEnd(12)} ${seconds.toFixed(1).padStart(7)} s  ${told}`;
  });
  const sum = (of: 'passed' | 'failed') => outcomes.reduce((total, outcome) => total + outcome[of], 0);
  return [...lines, '', `${sum('passed')} passed, ${sum('failed')} failed`].join('\n');
}
