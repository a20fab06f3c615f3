/** A problem package as typed values. The folder's layout and rules: docs/problem-packages.md. */
import type { Difficulty } from './difficulty.ts';

export type Localized = { en: string; zh: string };

export type IntegerDtype = 'Int8Array' | 'Uint8Array' | 'Int16Array' | 'Int32Array';

/**
 * How one output is compared.
 * - `exact`: the same value; numbers by `Object.is` but for −0, which equals 0.
 * - `allclose`: `|actual − expected| ≤ atol + rtol · |expected|`; NaN never equals NaN unless `nan: equal`.
 * - `rounded`: the expected output holds the exact quotients (Float64Array); the actual integer must be their
 *   rounding half to even, or its neighbour where the quotient lies within `tie` of a tie. `dtype` is what the
 *   actual array must be; a plain number stays a plain number.
 * - `structure`: only type, dtype, length, keys and finiteness (any finite number for a finite one, else the same: NaN,
 *   or the infinity of that sign); a validator decides on the values.
 */
export type Tolerance =
  | { kind: 'exact' }
  | { kind: 'allclose'; rtol: number; atol: number; nan: 'reject' | 'equal' }
  | { kind: 'rounded'; tie: number; dtype: IntegerDtype }
  | { kind: 'structure' };

/** `fields` overrides by path, without array indices: `losses`, `layers.kernel.scale`. The longest match wins. */
export type ToleranceRules = { default: Tolerance; fields: Record<string, Tolerance> };

export type Runtime = 'plain' | 'tf';

export type Limits = {
  /** CPU milliseconds for one test. */
  timeMs: number;
  /** Wall-clock guard for one test, milliseconds. */
  wallMs: number;
  memoryMiB: number;
  /** Result and console of one test together, KiB. */
  outputKiB: number;
  /** Source, KiB. */
  codeKiB: number;
};

/** Inline arguments, or a generator of `generators/<name>.ts` with its seed and parameters. */
export type CaseSource =
  | { kind: 'inline'; args: unknown }
  | { kind: 'generated'; generator: string; seed: number; params: Record<string, unknown> };

export type Case = {
  /** `sample/01-perceptron`, `secret/<group>/<name>`: the file's path under data/ without its ending. */
  name: string;
  source: CaseSource;
  hint: Localized | null;
  description: Localized | null;
};

export type TestGroup = {
  /** `sample`, or the folder under data/secret. */
  name: string;
  title: Localized;
  points: number;
  sample: boolean;
  tolerance: ToleranceRules;
  /** Whether a failure of a case here may show index, expected and actual. Samples always do. */
  fullFeedback: boolean;
  /** Whether output_validator/check.ts decides after the comparison. */
  validator: boolean;
  cases: Case[];
};

export const submissionFolders = [
  'accepted',
  'wrong_answer',
  'time_limit_exceeded',
  'memory_limit_exceeded',
  'run_time_error',
  'compile_error',
] as const;
export type SubmissionFolder = (typeof submissionFolders)[number];

export type Misconception = {
  id: string;
  title: Localized;
  message: Localized;
  /** Slug of the question that explains it; null: none does, the editorial has to. */
  question: string | null;
};

export type PackageSubmission = {
  /** `wrong_answer/keeps-small-weights.ts` */
  file: string;
  folder: SubmissionFolder;
  source: string;
  /** Verdict codes it may get; by default the folder's. */
  permitted: string[];
  /** Groups in which it must fail. */
  required: string[];
  /** What the description of a failure (English) must contain, in one of those groups. */
  message: string | null;
  misconception: Misconception | null;
};

/** Mutants of an accepted solution that no test notices, with the reason why that is as it should be. */
export type ReasonedMutants = {
  /** `accepted/plain-loops.ts` */
  file: string;
  /** As `verify --mutate` lists them: `12:9 < → <=`. */
  mutants: string[];
  reason: string;
};

export type ProblemPackage = {
  slug: string;
  /** `sha256:…` over the paths and bytes of all files of the package. */
  version: string;
  uuid: string;
  name: Localized;
  difficulty: Difficulty;
  topics: string[];
  source: string | null;
  license: string;
  credits: string[];
  limits: Limits;
  runtime: Runtime;
  entryPoints: string[];
  statement: Localized;
  editorial: Localized;
  /** The starter that is loaded into the editor. */
  template: string;
  /** include/signature.ts */
  signature: string;
  /** TypeScript sources by path: include/driver.ts, generators/*.ts, reference/*.ts, output_validator/*.ts. */
  code: Record<string, string>;
  groups: TestGroup[];
  submissions: PackageSubmission[];
  /** Answer as their solution does for every input: no mistakes, and not counted as mutants. */
  equivalentMutants: ReasonedMutants[];
  /** Answer otherwise for some input, which no test can hold against them; few may. */
  survivingMutants: ReasonedMutants[];
  /** problem.yaml, submissions.yaml and each test_group.yaml as written, by path: a rule that is broken names a line. */
  yaml: Record<string, string>;
};
