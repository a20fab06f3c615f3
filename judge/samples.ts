/**
 * The browser's door: the samples of a problem with the driver, the comparison, the console and the chance of the
 * judge, without a server. Runs in a module worker that the page can end; nothing here stops a loop, and a promise that
 * never settles looks like one.
 */
import type { Limits, Runtime, ToleranceRules } from '#content/problem.ts';
import { check } from './check.ts';
import { cleanText } from './clean-text.ts';
import { beginConsole, consoleText, installConsole } from './kept-console.ts';
import { decodePlain, encodePlain, NotPlainData } from './plain-data.ts';
import { openLinker, type Publish, tfKey } from './samples/link.ts';
import { originalPlace } from './samples/source-map.ts';
import { seedOfTest, seedRandom } from './seeded-random.ts';
import { findUncloneable, thrownText } from './tell.ts';
import type { Failure, VerdictCode } from './verdict.ts';

/** A sample as the problem's page has it: arguments and expected output in plain-data text. */
export type Sample = { name: string; args: string; expected: string; tolerance: ToleranceRules };

/**
 * What a `PublicProblem` and the editor hold. `solution` is JavaScript; where it has moved from its TypeScript, with an
 * inline source map, so that errors are told at the lines of the editor.
 */
export type SampleJob = {
  runtime: Runtime;
  driver: Record<string, string>;
  solution: string;
  samples: Sample[];
  limits: Pick<Limits, 'outputKiB'>;
};

/** How modules are loaded: in a worker `URL.createObjectURL` of a JavaScript blob, and `import()`. */
export type ModuleHost = { publish: Publish; load: (address: string) => Promise<unknown> };

/** What a sample run says; `output` is plain-data text, null where nothing came out. */
export type SampleResult = {
  name: string;
  verdict: Extract<VerdictCode, 'AC' | 'WA' | 'RTE' | 'OLE' | 'JE'>;
  failure: Failure | null;
  output: string | null;
  console: string;
  elapsedMs: number;
};

/** What is kept of the console of one sample, bytes; the same as in the judge. */
const keptBytes = 64 * 1024;

/** Loads what solutions of a runtime find there; called ahead of {@link runSamples}, it takes that time off the run. */
export async function loadRuntime(runtime: Runtime): Promise<void> {
  await openRuntime(runtime);
}

const openRuntime = async (runtime: Runtime) => (runtime === 'tf' ? import('./tfjs.ts') : null);

/**
 * Runs the samples one after the other, each with modules of its own, and yields each result as it is known. Never
 * throws for what the solution does. Replaces `console` and `Math.random` of the worker while a sample runs.
 */
export async function* runSamples(job: SampleJob, host: ModuleHost): AsyncGenerator<SampleResult> {
  const tfjs = await openRuntime(job.runtime);
  if (tfjs) Object.defineProperty(globalThis, tfKey, { value: tfjs.tf, configurable: true });
  for (const [index, sample] of job.samples.entries()) {
    const surroundings = keepSurroundings();
    const began = performance.now();
    let overflowed = false;
    seedRandom(seedOfTest(1, index));
    installConsole();
    beginConsole({ keptBytes, limitBytes: job.limits.outputKiB * 1024 }, () => {
      overflowed = true;
      throw new RangeError('too much was printed');
    });
    const tfNames = tfjs && Object.keys(tfjs.tf);
    const told = await runSample(sample, { job, host, tfNames });
    const elapsedMs = performance.now() - began;
    const console = cleanText(consoleText(), keptBytes);
    surroundings.restore();
    tfjs?.forgetTensors();
    const result = overflowed ? tooLarge('console', job) : told;
    yield { name: sample.name, ...result, console, elapsedMs };
  }
}

type Running = { job: SampleJob; host: ModuleHost; tfNames: string[] | null };
type Told = Pick<SampleResult, 'verdict' | 'failure' | 'output'>;

async function runSample(sample: Sample, { job, host, tfNames }: Running): Promise<Told> {
  const linker = openLinker({ driver: job.driver, tfNames }, host.publish);
  let driver: Driver;
  try {
    driver = asDriver(await host.load(linker.driver()));
  } catch (thrown) {
    const message = `the driver does not load: ${thrownText(thrown).message}`;
    return { verdict: 'JE', failure: { kind: 'judge', message }, output: null };
  }
  try {
    const solution = await host.load(linker.solution(job.solution));
    const returned = await driver.drive(solution, decodePlain(sample.args));
    return compare(sample, job, copyOut(returned));
  } catch (thrown) {
    return { verdict: 'RTE', failure: failureOf(thrown, job.solution), output: null };
  }
}

function compare(sample: Sample, job: SampleJob, output: string): Told {
  if (new TextEncoder().encode(output).byteLength > job.limits.outputKiB * 1024)
    return tooLarge('result', job);
  const checked = check(decodePlain(sample.expected), decodePlain(output), sample.tolerance);
  return checked.accepted
    ? { verdict: 'AC', failure: null, output }
    : { verdict: 'WA', failure: checked.failure, output };
}

// As out of the isolate: a copy first, so that nothing passes by being read twice.
function copyOut(returned: unknown): string {
  let copy: unknown;
  try {
    copy = structuredClone(returned);
  } catch (cause) {
    const place = findUncloneable(returned);
    throw place ? new NotPlainData(place.path, place.actual, { cause }) : cause;
  }
  return encodePlain(copy);
}

function failureOf(thrown: unknown, solution: string): Failure {
  if (thrown instanceof NotPlainData) {
    return { kind: 'not-plain', path: cleanText(thrown.path, 200), actual: cleanText(thrown.actual, 200) };
  }
  const { name, message, stack } = thrownText(thrown);
  const [, line, column] = /\bsolution\.ts:(\d{1,6}):(\d{1,6})/.exec(stack) ?? [];
  const place =
    line && column ? originalPlace(solution, { line: Number(line), column: Number(column) }) : null;
  return {
    kind: 'threw',
    name: cleanText(name, 100),
    message: cleanText(message, 2048),
    line: place?.line ?? null,
    column: place?.column ?? null,
  };
}

function tooLarge(what: 'result' | 'console', { limits }: SampleJob): Told {
  return { verdict: 'OLE', failure: { kind: 'output', what, limitKiB: limits.outputKiB }, output: null };
}

type Driver = { drive: (solution: unknown, args: unknown) => unknown };

function asDriver(module: unknown): Driver {
  const drive: unknown = Reflect.get(Object(module), 'drive');
  if (typeof drive !== 'function') throw new TypeError('it exports no function drive');
  return { drive: (solution, args) => Reflect.apply(drive, undefined, [solution, args]) };
}

function keepSurroundings() {
  const console = Object.getOwnPropertyDescriptor(globalThis, 'console');
  const random = Object.getOwnPropertyDescriptor(Math, 'random');
  return {
    restore: () => {
      if (console) Object.defineProperty(globalThis, 'console', console);
      if (random) Object.defineProperty(Math, 'random', random);
    },
  };
}
