/** What a guest says, parsed strictly: it is a stranger's word until it has the right shape, order and size. */
import { z } from 'zod';
import type { Limits } from '#content/problem.ts';
import { cleanText } from '../../clean-text.ts';
import { decodePlain } from '../../plain-data.ts';
import type { Failure } from '../../verdict.ts';
import type { TestClaim } from '../run.ts';
import type { GuestOutcome, GuestReply } from '../wire.ts';

// Bounded, or a forged figure would be one that no column holds: trouble of ours at every retry.
const count = z
  .number()
  .nonnegative()
  .max(2 ** 31 - 1);
const shortText = z.string().max(10_000);

const outcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('returned') }),
  z.strictObject({ kind: z.literal('not-plain'), path: shortText, actual: shortText }),
  z.strictObject({ kind: z.literal('threw'), name: shortText, message: shortText, stack: shortText }),
  z.strictObject({ kind: z.literal('unsettled') }),
  z.strictObject({ kind: z.literal('memory') }),
  z.strictObject({ kind: z.literal('output'), what: z.enum(['result', 'console']) }),
]) satisfies z.ZodType<GuestOutcome>;

const reply = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready') }),
  z.strictObject({ kind: z.literal('begun'), token: z.string() }),
  z.strictObject({
    kind: z.literal('claim'),
    token: z.string(),
    index: z.int(),
    outcome,
    cpuMs: count,
    heapKiB: count,
    console: z.string().max(2 ** 17),
  }),
  z.strictObject({ kind: z.literal('broken'), token: z.string(), message: shortText }),
]) satisfies z.ZodType<GuestReply>;

export type ParsedReply = { reply: GuestReply; output: Buffer };

/** Undefined for anything that is not a reply. */
export function parseReply(frame: Buffer): ParsedReply | undefined {
  const end = frame.indexOf('\n');
  if (end < 0) return undefined;
  const parsed = reply.safeParse(parseJson(frame.toString('utf8', 0, end)));
  return parsed.success ? { reply: parsed.data, output: frame.subarray(end + 1) } : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Claimed = {
  outcome: GuestOutcome;
  output: Buffer;
  /** What the output costs once it is decoded. */
  bytes: number;
  cpuMs: number;
  limits: Limits;
  solution: string;
};

/** The outcome a claim stands for; undefined where its output is not plain data, which no honest guest sends. */
export function outcomeOf({
  outcome: told,
  output,
  bytes,
  cpuMs,
  limits,
  solution,
}: Claimed): TestClaim['outcome'] | undefined {
  if (cpuMs > limits.timeMs) {
    return failed('TLE', { kind: 'time', clock: 'cpu', limitMs: limits.timeMs });
  }
  switch (told.kind) {
    case 'returned':
      return returned({ output, bytes }, limits);
    case 'not-plain':
      return failed('RTE', { ...told, path: cleanText(told.path, 200), actual: cleanText(told.actual, 200) });
    case 'threw':
      // V8's own words when the isolate's allocator refuses.
      return told.name === 'RangeError' && told.message === 'Array buffer allocation failed'
        ? outOfMemory(limits)
        : failed('RTE', threw(told, solution));
    case 'unsettled':
      return failed('RTE', told);
    case 'memory':
      return outOfMemory(limits);
    case 'output':
      return failed('OLE', { ...told, limitKiB: limits.outputKiB });
  }
}

/**
 * The limit of an output is on what is written. What that may come to in the judge's memory is this many times the
 * limit: a list of one-digit numbers comes to five times its text, and one of empty lists to fifteen.
 */
const decodedFactor = 6;

/** What the largest output that is taken costs, by {@link file://./decoded-size.ts}. */
export function mostDecodedBytes({ outputKiB }: Limits): number {
  return decodedFactor * outputKiB * 1024;
}

function returned(
  { output, bytes }: Pick<Claimed, 'output' | 'bytes'>,
  limits: Limits,
): TestClaim['outcome'] | undefined {
  if (output.byteLength > limits.outputKiB * 1024 || bytes > mostDecodedBytes(limits)) {
    return failed('OLE', { kind: 'output', what: 'result', limitKiB: limits.outputKiB });
  }
  try {
    return { kind: 'returned', output: decodePlain(output.toString('utf8')) };
  } catch {
    return undefined;
  }
}

// The stack is text that the solution may have written itself: a place that its source does not have would carry
// digits of a secret input out, and mark a line that no editor shows.
function threw(
  { name, message, stack }: Extract<GuestOutcome, { kind: 'threw' }>,
  solution: string,
): Failure {
  const [, line, column] = /\bsolution\.ts:(\d{1,6}):(\d{1,6})/.exec(stack)?.map(Number) ?? [];
  const text = line === undefined ? undefined : solution.split(/\r\n|[\n\r\u2028\u2029]/)[line - 1];
  const inside = text !== undefined && column !== undefined && column >= 1 && column <= text.length + 1;
  return {
    kind: 'threw',
    name: cleanText(name, 100),
    message: cleanText(message, 2048),
    line: inside && line !== undefined ? line : null,
    column: inside ? column : null,
  };
}

export function outOfMemory({ memoryMiB }: Limits): TestClaim['outcome'] {
  return failed('MLE', { kind: 'memory', limitMiB: memoryMiB });
}

type FailedVerdict = Extract<TestClaim['outcome'], { kind: 'failed' }>['verdict'];

export function failed(verdict: FailedVerdict, failure: Failure): TestClaim['outcome'] {
  return { kind: 'failed', verdict, failure };
}
