import type { Limits, Localized, Runtime, ToleranceRules } from '#content/problem.ts';
import type { PlainData } from './plain-data.ts';

/** A problem with its expected outputs computed: all that grading needs. Secret: it never leaves the judge. */
export type GradableProblem = {
  slug: string;
  /** `sha256:…` of the package. */
  version: string;
  runtime: Runtime;
  entryPoints: string[];
  limits: Limits;
  /** include/signature.ts as written. */
  signature: string;
  /** JavaScript of include/driver.ts and of what it imports, by path. Entry: `include/driver.ts`. */
  driver: Record<string, string>;
  /** JavaScript of output_validator/check.ts and of what it imports, by path; null where comparing is enough. */
  validator: Record<string, string> | null;
  groups: GradableGroup[];
  misconceptions: KnownMisconception[];
};

export type GradableGroup = {
  name: string;
  title: Localized;
  points: number;
  sample: boolean;
  tolerance: ToleranceRules;
  fullFeedback: boolean;
  validator: boolean;
  tests: GradableTest[];
};

export type GradableTest = {
  name: string;
  hint: Localized | null;
  description: Localized | null;
  args: PlainData;
  /** What generator and validator share and the sandbox never sees. */
  heldOut: PlainData;
  expected: PlainData;
};

/** What a known mistake answers; a test on which it threw, or that only a validator judges, is in neither list. */
export type KnownMisconception = {
  id: string;
  title: Localized;
  message: Localized;
  /** Slug of the question that explains it, where its author named one; what was prepared before has none. */
  question?: string | null;
  /** Names of the tests on which it is right all the same. */
  right: string[];
  /** Its wrong outputs by test name. */
  outputs: Record<string, PlainData>;
};
