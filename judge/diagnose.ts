import type { ToleranceRules } from '#content/problem.ts';
import type { KnownMisconception } from './gradable-problem.ts';
import type { PlainData } from './plain-data.ts';
import type { Diagnosis } from './verdict.ts';

/** A test's output, with whether it was accepted and the rules it was compared by. */
export type Observation = { test: string; accepted: boolean; output: PlainData; rules: ToleranceRules };

/** The one known mistake that answers the same on every test that failed, or null. Pure. */
export function diagnose(_observations: Observation[], _known: KnownMisconception[]): Diagnosis | null {
  throw new Error('not built yet');
}
