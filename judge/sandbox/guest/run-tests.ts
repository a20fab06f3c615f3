/** The tests of one request, in order, each in a realm of its own. */
import { decodePlain, encodePlain, NotPlainData } from '../../plain-data.ts';
import type { GuestOutcome, GuestReply, GuestRequest } from '../wire.ts';
import { type Moment, readClocks, spentMs } from './clock.ts';
import { DriverBroken, loadModules, NeverLoaded } from './modules.ts';
import type { Realm } from './realm.ts';
import type { Prepared } from './workshop.ts';

type Say = (reply: GuestReply, output?: string) => void;
type Told = { outcome: GuestOutcome; output?: string; console: string };

export type Start = { prepared: Prepared; renew(): Prepared };

export function runTests(start: Start, request: GuestRequest, say: Say): void {
  const { token, limits } = request;
  let { prepared } = start;
  let before = prepared.usedKiB();
  for (const [index, args] of request.args.entries()) {
    const { isolate } = prepared;
    let started = readClocks(isolate);
    let ended: Moment | undefined;
    let heapKiB = 0;
    const stopClock = () => {
      ended = readClocks(isolate);
    };
    const claim = ({ outcome, output, console }: Told) => {
      const alive = !isolate.isDisposed;
      const cpuMs = alive ? spentMs(started, ended ?? readClocks(isolate)) : 0;
      heapKiB = alive ? Math.max(0, prepared.usedKiB() - before) : 0;
      say({ kind: 'claim', token, index, outcome, cpuMs, heapKiB, console }, output);
    };
    try {
      const realm = prepared.nextRealm();
      // A realm is our work, not the solution's.
      started = readClocks(isolate);
      const told = runTest({ prepared, realm, request, index, args, claim, stopClock });
      claim(told);
      if (told.outcome.kind === 'memory') break;
    } catch (thrown) {
      // V8 took the isolate down for its memory; nothing of it may be touched any more.
      if (isolate.isDisposed) claim({ outcome: { kind: 'memory' }, console: '' });
      else if (thrown instanceof DriverBroken) say({ kind: 'broken', token, message: thrown.message });
      else throw thrown;
      break;
    }
    // What a test leaves behind may not count against the next one.
    if (heapKiB > limits.memoryMiB * 256) {
      isolate.dispose();
      prepared = start.renew();
      before = prepared.usedKiB();
    }
  }
}

type Running = {
  prepared: Prepared;
  realm: Realm;
  request: GuestRequest;
  index: number;
  args: string;
  claim: (told: Told) => void;
  /** What comes after is our work. */
  stopClock: () => void;
};

function runTest(running: Running): Told {
  const { realm, request } = running;
  const setting = {
    seed: request.seeds[running.index] ?? 0,
    limitBytes: request.limits.outputKiB * 1024,
  };
  realm.open(setting, () => {
    running.claim({ outcome: { kind: 'output', what: 'console' }, console: '' });
    process.kill(process.pid, 'SIGKILL');
  });
  const told = runInRealm(running);
  running.stopClock();
  const holdsTooMuch = holdsMoreThan(request.limits.memoryMiB, running);
  realm.release();
  if (holdsTooMuch) return { outcome: { kind: 'memory' }, console: '' };
  const tooMuch = Buffer.byteLength(told.output ?? '') > setting.limitBytes;
  return tooMuch ? { ...told, outcome: { kind: 'output', what: 'result' }, output: '' } : told;
}

function runInRealm({ prepared, realm, request, args }: Running): Told {
  const failed = (thrown: unknown, outcome: () => GuestOutcome): Told => {
    if (prepared.isolate.isDisposed || thrown instanceof DriverBroken) throw thrown;
    return { outcome: outcome(), console: realm.consoleText() };
  };
  try {
    const { driver, solution } = loadModules(prepared, realm, request);
    const input = new prepared.ivm.ExternalCopy(decodePlain(args)).copyInto({ release: true });
    realm.begin(driver.derefInto(), solution.derefInto(), input);
  } catch (thrown) {
    return failed(thrown, () => (thrown instanceof NeverLoaded ? unsettled : threw(thrown)));
  }
  let told: ReturnType<Realm['told']>;
  try {
    told = realm.told();
  } catch (thrown) {
    return failed(thrown, () => {
      const place = asPlace(realm.uncloneable());
      return place ? { kind: 'not-plain', ...place } : threw(thrown);
    });
  }
  return encoded(told);
}

const unsettled: GuestOutcome = { kind: 'unsettled' };

// What comes out of the solution's realm is a structured clone, so encoding runs none of its code.
function encoded({ outcome, console: printed }: ReturnType<Realm['told']>): Told {
  const console = String(printed);
  if (outcome.kind === 'pending') return { outcome: unsettled, console };
  if (outcome.kind === 'threw') return { outcome: threw(outcome), console };
  try {
    return { outcome: { kind: 'returned' }, output: encodePlain(outcome.value), console };
  } catch (thrown) {
    if (thrown instanceof NotPlainData) {
      return { outcome: { kind: 'not-plain', path: thrown.path, actual: thrown.actual }, console };
    }
    // Longer than a string can be.
    if (thrown instanceof RangeError) return { outcome: { kind: 'output', what: 'result' }, console };
    throw thrown;
  }
}

function threw(thrown: unknown): GuestOutcome {
  if (typeof thrown !== 'object' || thrown === null) {
    return { kind: 'threw', name: 'Error', message: textOf(thrown), stack: '' };
  }
  const of = (name: string) => textOf(Reflect.get(thrown, name));
  return { kind: 'threw', name: of('name') || 'Error', message: of('message'), stack: of('stack') };
}

function asPlace(value: unknown): { path: string; actual: string } | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return { path: textOf(Reflect.get(value, 'path')), actual: textOf(Reflect.get(value, 'actual')) };
}

// Copies hold data only; these are primitives or nothing.
function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 8192) : '';
}

// V8's own limit leaves room for the realms that wait, of which there are as many as the submission before had tests; so it
// has no last word on what is held. Garbage counts for nothing: it is collected before anybody is blamed.
function holdsMoreThan(memoryMiB: number, { prepared, realm }: Running): boolean {
  const heldKiB = () => prepared.usedKiB() - prepared.ownKiB();
  if (heldKiB() <= memoryMiB * 1024) return false;
  realm.collect((memoryMiB + 512) * 2 ** 20);
  return heldKiB() > memoryMiB * 1024;
}
