// tries: a message like V8's own, to be told as another verdict
// verdicts: RTE MLE
// @ts-nocheck
export function solve(args) {
  throw new RangeError('Array buffer allocation failed');
}
