import type { IntegerDtype, Tolerance, ToleranceRules } from '#content/problem.ts';
import { acceptsNumber, answerTo } from './check/leaf.ts';
import { worstShare } from './check/margin.ts';
import { ruleFor, walk } from './check/walk.ts';
import { asTypedArray, type PlainData, type TypedArray } from './plain-data.ts';
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

/**
 * The worst error of an output as a share of what is allowed, over all that is compared within a tolerance; Infinity
 * where it is rejected. What must be exact, and what only a validator judges, has none.
 */
export function errorMargin(expected: PlainData, claimed: PlainData, rules: ToleranceRules): number {
  return check(expected, claimed, rules).accepted
    ? worstShare(expected, claimed, rules)
    : Number.POSITIVE_INFINITY;
}

/**
 * How the numbers of one field (a path without indices) are compared, one by one, for who draws them. An array of integers
 * is exact where floats may be near.
 */
export function numberRule(field: string, rules: ToleranceRules, integers: boolean) {
  const given = ruleFor(field, rules);
  const rule: Tolerance = integers && given.kind === 'allclose' ? { kind: 'exact' } : given;
  return {
    /** As {@link check} takes it: what should be finite has to be. */
    accepts: (expected: number, actual: number): boolean =>
      (Number.isFinite(actual) || !Number.isFinite(expected)) && acceptsNumber(expected, actual, rule),
    /** What a right answer has there: under `rounded` the integer that an expected quotient becomes. */
    answerOf: (expected: number): number => answerTo(expected, rule),
  };
}

const integers: Record<IntegerDtype, { from(numbers: Iterable<number>): TypedArray }> = {
  Int8Array,
  Uint8Array,
  Int16Array,
  Int32Array,
};

const anyValue: ToleranceRules = { default: { kind: 'structure' }, fields: {} };

/** The fields of an output, as rules are written for them: paths without indices, those that others are in included. */
export function fieldsOf(output: PlainData): string[] {
  return walk(output, output, anyValue).tallies.map(({ field }) => field);
}

/** The output that a right solution gives: where the expected one has quotients, the integers that they are rounded to. */
export function rightAnswer(expected: PlainData, rules: ToleranceRules): PlainData {
  function visit(value: PlainData, field: string): PlainData {
    const rule = ruleFor(field, rules);
    if (typeof value === 'number') return answerTo(value, rule);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((element) => visit(element, field));
    const array = asTypedArray(value);
    if (array)
      return rule.kind === 'rounded'
        ? integers[rule.dtype].from(Array.from(array, (quotient) => answerTo(quotient, rule)))
        : array;
    return Object.fromEntries(
      Object.entries(value).map(([key, element]) => [
        key,
        visit(element, field === '' ? key : `${field}.${key}`),
      ]),
    );
  }
  return visit(expected, '');
}
