import type { ToleranceRules } from '#content/problem.ts';
import { walk } from './check/walk.ts';
import type { PlainData } from './plain-data.ts';
import type { Failure } from './verdict.ts';

export type CheckResult = { accepted: true } | { accepted: false; failure: Failure };

/**
 * Compares a claimed output with the expected one: first type, dtype, length, keys and finiteness, then the values.
 * Pure, and runs in a browser too. `claimed` is data of any shape, such as a structured clone; the time it takes is
 * linear in the expected output.
 */
export function check(expected: PlainData, claimed: unknown, rules: ToleranceRules): CheckResult {
  const { misfit, tallies } = walk(expected, claimed, rules);
  if (misfit) return { accepted: false, failure: { kind: 'structure', ...misfit } };
  const tally = tallies.find(({ wrong }) => wrong > 0);
  if (!tally) return { accepted: true };
  const { field: path, wrong, total } = tally;
  return { accepted: false, failure: { kind: 'values', path, wrong, total, worst: tally.worst() } };
}

const shares = [0.01, 0.03, 0.1, 0.3, 0.5, 1];

/**
 * Within which share of the tolerance an output stays: the least of a few steps from 0.01 to 1, or Infinity where
 * it is rejected.
 */
export function errorShare(expected: PlainData, claimed: unknown, rules: ToleranceRules): number {
  const share = shares.find((step) => check(expected, claimed, tightened(rules, step)).accepted);
  return share ?? Number.POSITIVE_INFINITY;
}

function tightened(rules: ToleranceRules, share: number): ToleranceRules {
  const tighten = (rule: ToleranceRules['default']) =>
    rule.kind === 'allclose' ? { ...rule, rtol: rule.rtol * share, atol: rule.atol * share } : rule;
  const fields = Object.entries(rules.fields).map(([path, rule]) => [path, tighten(rule)] as const);
  return { default: tighten(rules.default), fields: Object.fromEntries(fields) };
}
