// tries: a driver that does not load
// verdicts: JE
// package: include/driver.ts
export function drive() {
  return 1;
}
throw new Error('a driver that throws as it loads');
