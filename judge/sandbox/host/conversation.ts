/** One request to one guest, under watch: replies become claims, and so does its death. */
import { randomUUID } from 'node:crypto';
import type { Limits } from '#content/problem.ts';
import { cleanText } from '../../clean-text.ts';
import { SandboxUnavailable } from '../../confine.ts';
import { keptConsoleBytes } from '../../kept-console.ts';
import { encodePlain, type PlainData } from '../../plain-data.ts';
import { seedOfTest } from '../../seeded-random.ts';
import { type Budget, type KillCause, type Supervisor, superviseConfined } from '../../supervise.ts';
import { type Tracer, untraced } from '../../trace.ts';
import type { RunRequest, TestClaim } from '../run.ts';
import type { GuestReply } from '../wire.ts';
import { failed, outcomeOf, outOfMemory, parseReply } from './claims.ts';
import { decodedBytes } from './decoded-size.ts';
import type { Death } from './guest-line.ts';
import type { Guest } from './guest-process.ts';
import { createQueue } from './queue.ts';

/** The problem's driver does not load: a judge error with a message for its author. */
export class DriverBroken extends Error {
  readonly code = 'DRIVER_BROKEN';
}

/** The guest died before it had looked at the submission: our trouble, worth another try with another guest. */
export class GuestLost extends SandboxUnavailable {}

// What the process does besides running the solution: reading arguments, encoding results, starting up the realm.
const graceCpuMs = 100;
const graceMiB = 24;
const processes = 64;
/**
 * Outputs that wait while a validator thinks: as long as they are more than this, the guest is not listened to, and has to
 * wait when the pipe is full. 48 tests of 4 MiB each were once held at a time.
 */
const mostWaitingBytes = 8 * 2 ** 20;
const setUp = { cpuMs: 20_000, wallMs: 60_000 };

/** Who is told where the time goes, and why a guest did not reach its last test. */
export type Watching = { tracer: Tracer; onKill: (cause: KillCause) => void };
const unwatched: Watching = { tracer: untraced, onKill: () => undefined };

export function converse(
  guest: Guest,
  request: RunRequest,
  { tracer, onKill }: Watching = unwatched,
): AsyncGenerator<TestClaim> {
  const begun = tracer.begin('begin');
  const { limits } = request;
  const token = randomUUID();
  const args = request.tests.map((test) => encodedOnce(test.args));
  const claims = createQueue<TestClaim>({
    bytes: mostWaitingBytes,
    onFull: () => judge.pause(),
    onRoom: () => judge.goOn(),
  });
  const argsKiB = Math.ceil(args.reduce((sum, text) => sum + text.length, 0) / 1024);
  // Arguments stand in the process three times at most: as text, decoded, and copied into the isolate.
  const baselineKiB = guest.residentKiB();
  const residentKiB = baselineKiB + 3 * argsKiB + (limits.memoryMiB + graceMiB) * 1024;
  guest.confined.setMemory(Math.ceil(residentKiB / 1024) + 64);
  const budget = { cpuMs: limits.timeMs + graceCpuMs, wallMs: limits.wallMs, residentKiB, processes };
  const supervisor = superviseConfined(guest.confined, { ...budget, ...setUp });
  const clock = { tracer, endStage: begun };
  const judge = createJudge({ guest, baselineKiB, request, token, budget, supervisor, clock, onKill });

  guest.ask(
    {
      token,
      args,
      limits,
      driver: request.driver,
      solution: request.solution,
      seeds: request.tests.map(({ place }, index) => seedOfTest(request.seed, place ?? index)),
    },
    {
      maxFrameBytes: limits.outputKiB * 1024 + 8 * keptConsoleBytes + 2 ** 18,
      onFrame(frame) {
        judge.hear(frame, claims);
      },
      onEnd(death) {
        judge.mourn(death, claims);
      },
    },
  );
  return claims.drain();
}

// A problem's arguments are the same for every submission to it.
const encoded = new WeakMap<object, string>();

function encodedOnce(args: PlainData): string {
  if (typeof args !== 'object' || args === null) return encodePlain(args);
  const text = encoded.get(args) ?? encodePlain(args);
  encoded.set(args, text);
  return text;
}

type Trial = {
  guest: Guest;
  /** Resident memory before the request. */
  baselineKiB: number;
  request: RunRequest;
  token: string;
  budget: Budget;
  supervisor: Supervisor;
  /** `endStage` ends what runs in the guest just now: its beginning, or a test. */
  clock: { tracer: Tracer; endStage: () => void };
  onKill: (cause: KillCause) => void;
};
type Claims = ReturnType<typeof createQueue<TestClaim>>;

// States: waiting for `begun` → waiting for claim `next` → over. Anything else that is said ends the guest.
function createJudge({ guest, baselineKiB, request, token, budget, supervisor, clock, onKill }: Trial) {
  const { limits } = request;
  let next = -1;
  let paused = false;
  let over = false;

  const finish = (claims: Claims, error?: Error) => {
    over = true;
    clock.endStage();
    guest.kill();
    claims.close(error);
  };
  const startTest = () => {
    clock.endStage();
    clock.endStage = clock.tracer.begin('test');
    if (!paused) supervisor.renew(budget);
  };
  const claimOf = (
    outcome: TestClaim['outcome'],
    measured: { cpuMs: number; memoryKiB: number; console: string },
  ) => ({
    index: next,
    outcome,
    ...measured,
    console: cleanText(measured.console, keptConsoleBytes),
  });
  const peakKiB = () => Math.max(0, supervisor.spent().peakResidentKiB - baselineKiB);

  const distrust = (claims: Claims) => {
    onKill('distrust');
    const outcome = failed('RTE', { kind: 'died', how: 'a reply that makes no sense' });
    if (next >= 0) claims.put(claimOf(outcome, { cpuMs: 0, memoryKiB: peakKiB(), console: '' }), 0);
    finish(claims, next >= 0 ? undefined : new GuestLost('a sandbox did not begin'));
  };

  const hearClaim = (claim: Extract<GuestReply, { kind: 'claim' }>, output: Buffer, claims: Claims) => {
    const { cpuMs, heapKiB, console } = claim;
    const memoryKiB = Math.max(peakKiB(), Math.round(heapKiB));
    // Crossed on the last look: the kill is under way and the death will be told.
    if (supervisor.strike) return;
    const bytes = decodedBytes(output);
    const { solution } = request;
    const outcome = outcomeOf({ outcome: claim.outcome, output, bytes, cpuMs, limits, solution });
    if (!outcome) return distrust(claims);
    const kept = outcome.kind === 'returned' ? bytes : 0;
    claims.put(claimOf(outcome, { cpuMs, memoryKiB, console }), kept + console.length);
    const { kind } = claim.outcome;
    const mortal = kind === 'memory' || (kind === 'output' && claim.outcome.what === 'console');
    if (mortal) onKill(kind);
    next += 1;
    if (mortal || next === request.tests.length) return finish(claims);
    startTest();
  };

  return {
    // Its time may pass in waiting for us, or in several tests of which we have not heard: the next one has it all anew.
    pause() {
      if (over) return;
      paused = true;
      guest.pause();
      supervisor.rest({ residentKiB: budget.residentKiB, processes, cpuMs: Number.POSITIVE_INFINITY });
    },
    goOn() {
      if (over) return;
      paused = false;
      supervisor.renew(budget);
      guest.listen();
    },
    hear(frame: Buffer, claims: Claims) {
      if (over) return;
      const heard = parseReply(frame);
      const reply = heard?.reply;
      if (!heard || !reply || reply.kind === 'ready' || reply.token !== token) return distrust(claims);
      if (reply.kind === 'broken') return finish(claims, new DriverBroken(cleanText(reply.message, 2048)));
      if (reply.kind === 'begun' && next === -1) {
        next = 0;
        startTest();
      } else if (reply.kind === 'claim' && reply.index === next) hearClaim(reply, heard.output, claims);
      else distrust(claims);
    },
    mourn(death: Death, claims: Claims) {
      if (over) return;
      if (guest.isAbandoned()) {
        return finish(claims, new SandboxUnavailable('the sandboxes were closed while it ran'));
      }
      onKill(supervisor.strike ?? 'died');
      if (next === -1)
        return finish(claims, new GuestLost(`a sandbox was lost (${death.signal ?? death.code})`));
      const { cpuMs, peakResidentKiB } = supervisor.spent();
      const memoryKiB = Math.max(0, peakResidentKiB - baselineKiB);
      const outcome = causeOfDeath(death, { strike: supervisor.strike, memoryKiB, limits });
      claims.put(claimOf(outcome, { cpuMs, memoryKiB, console: '' }), 0);
      finish(claims);
    },
  };
}

type Circumstances = {
  strike: Supervisor['strike'];
  memoryKiB: number;
  limits: Limits;
};

function causeOfDeath(death: Death, { strike, memoryKiB, limits }: Circumstances): TestClaim['outcome'] {
  switch (strike) {
    case 'memory':
      return outOfMemory(limits);
    case 'cpu':
    case 'wall':
      // Collecting garbage at the edge of the heap is what the time went into.
      if (memoryKiB > limits.memoryMiB * 1024) return outOfMemory(limits);
      return failed('TLE', {
        kind: 'time',
        clock: strike,
        limitMs: strike === 'cpu' ? limits.timeMs : limits.wallMs,
      });
    case 'processes':
      return failed('RTE', { kind: 'died', how: 'more processes than allowed' });
    default:
      return ownDeath(death, memoryKiB, limits);
  }
}

// V8 aborts the process on some allocations; it says so on stderr, or the memory does.
function ownDeath(death: Death, memoryKiB: number, limits: Limits): TestClaim['outcome'] {
  const said = death.outOfMemory || /out of memory|OOM|invalid size error/i.test(death.stderr);
  if (said || memoryKiB > limits.memoryMiB * 512) return outOfMemory(limits);
  return failed('RTE', { kind: 'died', how: death.signal ?? `exit code ${death.code}` });
}
