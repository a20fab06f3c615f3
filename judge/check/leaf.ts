import type { Tolerance } from '#content/problem.ts';

/** A single number's judgement: whether it is accepted and how far it is off (NaN sorts as worst). */
export type LeafResult = { accepted: boolean; difference: number };

/** Compares two numbers by a tolerance. */
export function compareNumbers(expected: number, actual: number, rule: Tolerance): LeafResult {
  const difference = Math.abs(actual - expected);
  switch (rule.kind) {
    case 'exact':
      return { accepted: expected === actual || Object.is(expected, actual), difference };
    case 'structure':
      return { accepted: Number.isFinite(actual), difference };
    case 'rounded':
      return { accepted: isRounding(expected, actual, rule.tie), difference };
    case 'allclose':
      return { accepted: isClose(expected, actual, rule), difference };
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
  const doubtful = Math.abs(quotient - (below + 0.5)) < tie;
  return doubtful && (actual === below || actual === below + 1);
}

/** IEEE 754 roundTiesToEven. */
export function roundHalfToEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest !== 0.5) return rest < 0.5 ? below : below + 1;
  return below % 2 === 0 ? below : below + 1;
}
