import type { Tolerance } from '#content/problem.ts';

/** Whether a number stands for the expected one under a rule. NaN, on either side, passes only where it is named. */
export function acceptsNumber(expected: number, actual: number, rule: Tolerance): boolean {
  switch (rule.kind) {
    case 'exact':
      return expected === actual || Object.is(expected, actual);
    case 'structure':
      return Number.isFinite(expected) ? Number.isFinite(actual) : Object.is(expected, actual);
    case 'rounded':
      return isRounding(expected, actual, rule.tie);
    case 'allclose':
      return isClose(expected, actual, rule);
  }
}

type AllClose = Extract<Tolerance, { kind: 'allclose' }>;

// Written so that NaN, on either side, can only fail.
function isClose(expected: number, actual: number, { rtol, atol, nan }: AllClose): boolean {
  if (Number.isNaN(expected)) return nan === 'equal' && Number.isNaN(actual);
  if (!Number.isFinite(expected)) return actual === expected;
  return Math.abs(actual - expected) <= atol + rtol * Math.abs(expected);
}

/** Whether `actual` is `quotient` rounded half to even, or its neighbour where that is honestly in doubt. */
function isRounding(quotient: number, actual: number, tie: number): boolean {
  if (!Number.isInteger(actual)) return false;
  if (actual === roundHalfToEven(quotient)) return true;
  const below = Math.floor(quotient);
  // With a tie of 0 nothing is in doubt, not even an exact half.
  const doubtful = Math.abs(quotient - (below + 0.5)) < tie;
  return doubtful && (actual === below || actual === below + 1);
}

/** What a right answer has for an expected number: under `rounded` the integer that a quotient becomes. */
export function answerTo(expected: number, rule: Tolerance): number {
  return rule.kind === 'rounded' ? roundHalfToEven(expected) : expected;
}

/** IEEE 754 roundTiesToEven. */
export function roundHalfToEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest !== 0.5) return rest < 0.5 ? below : below + 1;
  return below % 2 === 0 ? below : below + 1;
}
