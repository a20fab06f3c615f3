import type { VerdictCode } from '../verdict.ts';

/**
 * What is wrong with a package, or worth a look, with the rule of docs/problem-packages.md that says so. `line` counts
 * from 1; null where a folder or a whole file is meant.
 */
export type Finding = {
  severity: 'error' | 'warning';
  file: string;
  line: number | null;
  rule: string;
  message: string;
};

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

/** How near an accepted solution comes to being rejected: its worst error as a share of the tolerance. */
export type Margin = { file: string; share: number; test: string };

/** Which wrong answers a group rejects, and which of them no other group does. */
export type GroupKills = { group: string; kills: string[]; alone: string[] };

export type VerifyReport = {
  slug: string;
  version: string;
  computedBy: string;
  groups: string[];
  submissions: SubmissionReport[];
  /** One for each accepted solution; empty where nothing is compared within a tolerance. */
  margins: Margin[];
  kills: GroupKills[];
  findings: Finding[];
};
