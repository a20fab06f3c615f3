// tries: a reference whose answer cannot leave
// verdicts: none
// package: reference/reference.ts
export function reference() {
  const answer: Record<string, unknown> = {};
  answer['again'] = answer;
  return answer;
}
