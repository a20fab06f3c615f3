/**
 * What host and guest say to each other, one frame each:
 *
 *     guest → ready
 *     host  → request
 *     guest → begun → claim 0 → claim 1 → … (or broken)
 *
 * A frame from the guest is a JSON head in one line, then the output's plain-data text. Every frame after the request
 * repeats its token. The host kills the guest after the last claim, at the first frame out of order, or over a limit.
 */
import type { Limits, Runtime } from '#content/problem.ts';

/** The channel's file descriptor in the guest. */
export const channelFd = 3;

export const maxRequestBytes = 512 * 2 ** 20;

/** What a guest is started with, as JSON in its first argument. */
export type GuestOptions = {
  runtime: Runtime;
  addon: string;
  /** The heap snapshot that holds tfjs; null for `plain`. */
  snapshot: string | null;
  /** JavaScript that is evaluated in each context before anything else. */
  bootstrap: string;
  /** Memory limit of the isolate made ahead of the request. */
  memoryMiB: number;
  /** How many realms to make in it before the request comes, if there is time. */
  realms: number;
};

/** A frame whose first line is all but the arguments, as JSON; each further line is the plain-data text of a test's. */
export type GuestRequest = {
  token: string;
  driver: Record<string, string>;
  solution: string;
  limits: Limits;
  /** What seeds `Math.random`, per test. */
  seeds: number[];
  /** Arguments per test as plain-data text. */
  args: string[];
};

export type GuestOutcome =
  | { kind: 'returned' }
  | { kind: 'not-plain'; path: string; actual: string }
  | { kind: 'threw'; name: string; message: string; stack: string }
  | { kind: 'unsettled' }
  | { kind: 'memory' }
  | { kind: 'output'; what: 'result' | 'console' };

export type GuestReply =
  | { kind: 'ready' }
  | { kind: 'begun'; token: string }
  | {
      kind: 'claim';
      token: string;
      index: number;
      outcome: GuestOutcome;
      cpuMs: number;
      heapKiB: number;
      console: string;
    }
  /** The driver failed before the solution was loaded: the author's or our fault. */
  | { kind: 'broken'; token: string; message: string };

export function writeRequest({ args, ...head }: GuestRequest): string {
  // JSON has no line breaks; escaped once more within JSON, 200 KB of arguments would take three milliseconds.
  return [JSON.stringify(head), ...args].join('\n');
}

export function readRequest(text: string): GuestRequest {
  const [head = '', ...args] = text.split('\n');
  return { ...(JSON.parse(head) as Omit<GuestRequest, 'args'>), args };
}

export function writeReply(reply: GuestReply, output = ''): string {
  return `${JSON.stringify(reply)}\n${output}`;
}
