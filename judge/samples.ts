/**
 * The browser's door: the driver and the comparison of the judge, without a server. Runs in a Web Worker that the page
 * can end; nothing here stops a loop.
 */
import { init, parse } from 'es-module-lexer/js';
import type { ToleranceRules } from '#content/problem.ts';
import { check } from './check.ts';
import { decodePlain, encodePlain, NotPlainData } from './plain-data.ts';
import type { Failure, VerdictCode } from './verdict.ts';

/** A sample as the problem's page has it: arguments and expected output in plain-data text. */
export type Sample = { name: string; args: string; expected: string; tolerance: ToleranceRules };

/** What a sample run says; `output` is plain-data text, null where nothing came out. */
export type SampleResult = {
  name: string;
  verdict: Extract<VerdictCode, 'AC' | 'WA' | 'RTE'>;
  failure: Failure | null;
  output: string | null;
  console: string;
  elapsedMs: number;
};

export type Driver = { drive: (solution: unknown, args: unknown) => unknown };

/** What is kept of the console of one sample, characters. */
const keptConsole = 64 * 1024;

/** Runs one sample: the driver calls the solution, and what comes out is compared as the judge does it. */
export async function runSample(sample: Sample, driver: Driver, solution: unknown): Promise<SampleResult> {
  const printed = captureConsole();
  const began = performance.now();
  const result = (
    verdict: SampleResult['verdict'],
    failure: Failure | null,
    output: string | null,
  ): SampleResult => ({
    name: sample.name,
    verdict,
    failure,
    output,
    console: printed.text(),
    elapsedMs: performance.now() - began,
  });
  try {
    const output = encodePlain(structuredClone(await driver.drive(solution, decodePlain(sample.args))));
    const checked = check(decodePlain(sample.expected), decodePlain(output), sample.tolerance);
    return checked.accepted ? result('AC', null, output) : result('WA', checked.failure, output);
  } catch (cause) {
    return result('RTE', failureOf(cause), null);
  } finally {
    printed.release();
  }
}

function failureOf(cause: unknown): Failure {
  if (cause instanceof NotPlainData) return { kind: 'not-plain', path: cause.path, actual: cause.actual };
  if (cause instanceof DOMException && cause.name === 'DataCloneError') {
    return { kind: 'not-plain', path: '', actual: cause.message.slice(0, 200) };
  }
  const error = cause instanceof Error ? cause : new Error(String(cause));
  const at = /solution:(\d+):(\d+)/.exec(error.stack ?? '');
  return {
    kind: 'threw',
    name: error.name.slice(0, 100),
    message: error.message.slice(0, 2000),
    line: at ? Number(at[1]) : null,
    column: at ? Number(at[2]) : null,
  };
}

function captureConsole() {
  const methods = ['log', 'info', 'warn', 'error', 'debug'] as const;
  // biome-ignore lint/suspicious/noConsole: the solution's console is what is captured
  const real = methods.map((method) => [method, globalThis.console[method]] as const);
  let text = '';
  for (const method of methods) {
    globalThis.console[method] = (...values: unknown[]) => {
      if (text.length < keptConsole) text += `${values.map(printable).join(' ')}\n`;
    };
  }
  return {
    text: () => text.slice(0, keptConsole),
    release: () => {
      for (const [method, print] of real) globalThis.console[method] = print;
    },
  };
}

function printable(value: unknown): string {
  if (typeof value === 'string') return value;
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}

/** A module's source with each static import that `addressOf` knows pointed there; others are left as they are. */
export async function rewriteImports(
  source: string,
  addressOf: (specifier: string) => string | undefined,
): Promise<string> {
  await init;
  const [imports] = parse(source);
  let rewritten = source;
  for (const found of [...imports].reverse()) {
    const address = found.type === 'static' ? addressOf(found.specifier) : undefined;
    if (address !== undefined)
      rewritten = rewritten.slice(0, found.start) + address + rewritten.slice(found.end);
  }
  return rewritten;
}
