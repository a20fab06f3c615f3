import type { ToleranceRules } from '#content/problem.ts';
import { type FieldTally, type Misfit, type Wrong, walk } from './check/walk.ts';
import type { PlainData } from './plain-data.ts';
import type { Failure, WrongElement } from './verdict.ts';

export type CheckResult = { accepted: true } | { accepted: false; failure: Failure };

/** How many wrong elements a failure shows. */
const shownElements = 5;

/**
 * Compares a claimed output with the expected one: first type, dtype, length and keys, then the values.
 * Pure; never throws for what `claimed` is, and takes time linear in the expected output.
 */
export function check(expected: PlainData, claimed: unknown, rules: ToleranceRules): CheckResult {
  const { misfit, fields } = walk(expected, claimed, rules);
  if (misfit) return { accepted: false, failure: structureFailure(misfit) };
  const wrong = fields.find((field) => field.wrong.length > 0);
  return wrong ? { accepted: false, failure: valuesFailure(wrong) } : { accepted: true };
}

/** The largest error of an accepted output as a share of what the tolerance allows; 0 where nothing may differ. */
export function errorShare(expected: PlainData, claimed: unknown, rules: ToleranceRules): number {
  const shares = [1, 0.5, 0.3, 0.1, 0.03, 0.01].filter(
    (share) => check(expected, claimed, tightened(rules, share)).accepted,
  );
  return shares.at(-1) ?? Number.POSITIVE_INFINITY;
}

function tightened(rules: ToleranceRules, share: number): ToleranceRules {
  const tighten = (rule: ToleranceRules['default']) =>
    rule.kind === 'allclose' ? { ...rule, rtol: rule.rtol * share, atol: rule.atol * share } : rule;
  const fields = Object.entries(rules.fields).map(([path, rule]) => [path, tighten(rule)] as const);
  return { default: tighten(rules.default), fields: Object.fromEntries(fields) };
}

function structureFailure({ field, index, expected, actual }: Misfit): Failure {
  const path = field + index.map((i) => `[${i}]`).join('');
  return { kind: 'structure', path, expected, actual };
}

function valuesFailure({ field, total, wrong }: FieldTally): Failure {
  const worst = [...wrong].sort(byDifference).slice(0, shownElements).map(shown);
  return { kind: 'values', path: field, wrong: wrong.length, total, worst };
}

function byDifference(a: Wrong, b: Wrong): number {
  const size = ({ difference }: Wrong) => (Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference);
  return size(a) === size(b) ? 0 : size(b) - size(a);
}

function shown({ index, expected, actual, difference }: Wrong): WrongElement {
  return { index, expected: written(expected), actual: written(actual), difference: written(difference) };
}

const longestText = 200;

function written(value: PlainData): string {
  if (Object.is(value, -0)) return '-0';
  if (typeof value === 'string') return JSON.stringify(value.slice(0, longestText));
  return typeof value === 'bigint' ? `${String(value).slice(0, longestText)}n` : String(value);
}
