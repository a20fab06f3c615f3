// tries: state kept in the registry of symbols
// verdicts: WA
// @ts-nocheck
Symbol.for('k').constructor.kept ??= 1000;
export function solve(args) {
  return Symbol.kept++;
}
