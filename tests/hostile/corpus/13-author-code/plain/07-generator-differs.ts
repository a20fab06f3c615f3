// tries: a generator that gives other numbers at every call
// verdicts: none
// package: generators/uniform.ts
let calls = 0;
export function generate() {
  calls += 1;
  return { args: { numbers: [calls, performance.now()] }, heldOut: { count: 2 } };
}
