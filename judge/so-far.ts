import type { TestResult } from './verdict.ts';

/** What observations have come to: the mistakes that are still possible, by id. */
export type Suspected = { possible: string[]; answeredWrongly: boolean };

/** What a grading has come to at the end of a group, as plain data, so that it can be gone on with elsewhere. */
export type SoFar = { groups: string[]; tests: TestResult[]; suspected: Suspected };
