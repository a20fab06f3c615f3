import type { VerdictCode } from '../verdict.ts';

/** What is wrong with a package, or worth a look, with the rule of docs/problem-packages.md that says so. */
export type Finding = { severity: 'error' | 'warning'; file: string; rule: string; message: string };

export type GroupCell = {
  name: string;
  verdict: VerdictCode;
  /** Of the slowest test. */
  cpuMs: number;
};

export type SubmissionReport = {
  /** `wrong_answer/keeps-small-weights.ts` */
  file: string;
  permitted: string[];
  verdict: VerdictCode;
  /** Of the slowest test. */
  cpuMs: number;
  /** Empty where it did not compile. */
  groups: GroupCell[];
  /** The misconception that was named. */
  diagnosis: string | null;
};

export type VerifyReport = {
  slug: string;
  version: string;
  computedBy: string;
  groups: string[];
  submissions: SubmissionReport[];
  findings: Finding[];
};
