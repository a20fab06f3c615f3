import { stripVTControlCharacters } from 'node:util';

/** What `npm test` does, in this order: what is quick and says most comes first. */
export const checkNames = ['lint', 'types', 'unused', 'content', 'reference'] as const;
export const suiteNames = ['unit', 'integration', 'hostile', 'chaos', 'e2e'] as const;

export type CheckName = (typeof checkNames)[number];
export type SuiteName = (typeof suiteNames)[number];
export type StepName = CheckName | SuiteName;

export const stepNames: readonly StepName[] = [...checkNames, ...suiteNames];

/** Judges, sites and a database all at once want a machine for themselves, so chaos is run where it is asked for. */
export const usualSteps: readonly StepName[] = stepNames.filter((name) => name !== 'chaos');

/** How many tests passed, and what is known of each that failed: its name, and below it what was wrong. */
export type Counts = { passed: number; failures: readonly string[] };

/** How a step ended; a check counts as one test. */
export type Outcome = Counts & { name: StepName; seconds: number };

const linesOfFailure = 8;

/**
 * The closing lines: what failed, how each step ended, and the sum, alone on its line. The failures are told again here,
 * since who reads the end of a long log, or only has the end of it, wants to know which they were.
 */
export function closingLines(outcomes: Outcome[]): string {
  const failures = outcomes.flatMap(({ name, failures }) => failures.map((text) => tellFailure(name, text)));
  const lines = outcomes.map(({ name, passed, failures: { length: failed }, seconds }) => {
    const told = failed === 0 ? `${passed} passed` : `${failed} of ${passed + failed} failed`;
    return `${failed === 0 ? '✓' : '✗'} ${name.padEnd(12)} ${seconds.toFixed(1).padStart(7)} s  ${told}`;
  });
  const sum = (of: (outcome: Outcome) => number) =>
    outcomes.reduce((total, outcome) => total + of(outcome), 0);
  const passed = sum((outcome) => outcome.passed);
  const failed = sum((outcome) => outcome.failures.length);
  return [...failures, ...lines, '', `${passed} passed, ${failed} failed`].join('\n');
}

function tellFailure(step: StepName, text: string): string {
  const [title, ...lines] = stripVTControlCharacters(text)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const shown = lines.slice(0, linesOfFailure).map((line) => `    ${line}`);
  return [`✗ ${step}: ${title}`, ...shown, ''].join('\n');
}
