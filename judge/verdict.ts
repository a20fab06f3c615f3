/** The words of a judgement. Imports nothing and is safe in a browser. */

export type Locale = 'en' | 'zh';
export type Localized = { en: string; zh: string };

export const verdictCodes = ['AC', 'WA', 'TLE', 'MLE', 'OLE', 'RTE', 'CE', 'JE'] as const;
/**
 * AC accepted · WA wrong answer · TLE time limit · MLE memory limit · OLE output limit ·
 * RTE the solution threw or its isolate died · CE it does not compile or type-check ·
 * JE judge error: ours, never the solver's fault.
 */
export type VerdictCode = (typeof verdictCodes)[number];

export const submissionStatuses = ['queued', 'compiling', 'running', 'done'] as const;
export type SubmissionStatus = (typeof submissionStatuses)[number];

/** A message of the type checker, in the solution's own lines and columns (both from 1). */
export type CompileDiagnostic = {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  /** `TS2322`; `LIMIT` where the checker was stopped for time, memory or size. */
  code: string;
  message: string;
};

/**
 * One element that is off. Numbers are written out, so that NaN, −0 and infinities survive JSON. `quotient` is there where
 * the expected integer is one rounded.
 */
export type WrongElement = {
  index: number[];
  expected: string;
  actual: string;
  difference: string;
  quotient?: string;
};

/** Why a test did not pass. {@link describeFailure} puts it into words. */
export type Failure =
  /** Values differ: `wrong` of `total` elements at `path` (`''` is the whole output), the worst first. */
  | { kind: 'values'; path: string; wrong: number; total: number; worst: WrongElement[] }
  /** The kind of thing differs: type, dtype, shape, length, a missing or an unknown key, not finite. */
  | { kind: 'structure'; path: string; expected: string; actual: string }
  /** What came out cannot leave the sandbox (a function, a cycle, a Map, a boxed number …). */
  | { kind: 'not-plain'; path: string; actual: string }
  /** A secret case whose group keeps its details to itself. */
  | { kind: 'secret' }
  /** The problem's own validator rejected the output. */
  | { kind: 'validator'; message: Localized }
  | { kind: 'threw'; name: string; message: string; line: number | null; column: number | null }
  /** The promise returned by the solution can no longer settle. */
  | { kind: 'unsettled' }
  | { kind: 'time'; clock: 'cpu' | 'wall'; limitMs: number }
  | { kind: 'memory'; limitMiB: number }
  | { kind: 'output'; what: 'result' | 'console'; limitKiB: number }
  /** The process ended in the middle of the test: `how` is a signal or an exit code. */
  | { kind: 'died'; how: string }
  | { kind: 'judge'; message: string };

export type TestResult = {
  name: string;
  group: string;
  sample: boolean;
  verdict: VerdictCode;
  cpuMs: number;
  memoryKiB: number;
  failure: Failure | null;
  /** What the solution printed, shown to its author for samples; `''` for secret cases. */
  console: string;
  /** The author's hint for this case, where it has one and the answer is wrong: it has nothing to say of time, memory or a crash. */
  hint: Localized | null;
  /** What it answered in a sample, wrongly, as plain-data text; left out where that is long, and of all secret cases. */
  output?: string;
};

/** A group's points are earned whole or not at all. `run` counts the tests that were judged. */
export type GroupResult = {
  name: string;
  title: Localized;
  points: number;
  score: number;
  verdict: VerdictCode;
  run: number;
  total: number;
};

/** `question` is the slug of the one that explains it, where the author of the problem named one. */
export type Diagnosis = { id: string; title: Localized; message: Localized; question?: string };

export type Verdict = {
  verdict: VerdictCode;
  score: number;
  maxScore: number;
  /** Of the slowest test, milliseconds of CPU: the limit, too, is one for each test. */
  cpuMs: number;
  /** Peak over all tests. */
  memoryKiB: number;
  compile: CompileDiagnostic[];
  groups: GroupResult[];
  tests: TestResult[];
  diagnosis: Diagnosis | null;
};

/** What a watcher of a submission is told, in this order: status* or unattended, test*, verdict. */
export type SubmissionEvent =
  /** `ahead` submissions are taken before this one as things stand, while it is queued; null where that is not known. */
  | { kind: 'status'; status: SubmissionStatus; total: number; ahead: number | null }
  /** It waits, and no judge has been seen lately: told once, until a status says that one is back. */
  | { kind: 'unattended' }
  /** `seq` counts the judged tests from 1 and is the event's id for resuming. */
  | { kind: 'test'; seq: number; total: number; test: TestProgress }
  | { kind: 'verdict'; verdict: Verdict };

/** A judged test in brief, as it is streamed; the whole is in the verdict. */
export type TestProgress = {
  name: string;
  group: string;
  sample: boolean;
  verdict: VerdictCode;
  cpuMs: number;
  memoryKiB: number;
};
