// tries: markup in a message
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  throw new Error('<img src=x onerror=alert(1)><script>1</script>');
}
