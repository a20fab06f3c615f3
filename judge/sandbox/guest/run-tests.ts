/** The tests of one request, in order, each in a realm of its own. */
import { decodePlain, encodePlain, NotPlainData } from '../../plain-data.ts';
import { seedOfTest } from '../../seeded-random.ts';
import { type GuestOutcome, type GuestReply, type GuestRequest, keptConsoleBytes } from '../wire.ts';
import { DriverBroken, loadModules, NeverLoaded } from './modules.ts';
import type { Prepared, Realm } from './workshop.ts';

type Say = (reply: GuestReply, output?: string) => void;
type Told = { outcome: GuestOutcome; output?: string; console: string };

export type Start = { prepared: Prepared; renew(): Prepared };

export function runTests(start: Start, request: GuestRequest, say: Say): void {
  const { token, limits } = request;
  let { prepared } = start;
  for (const [index, args] of request.args.entries()) {
    const { isolate } = prepared;
    let started = isolate.cpuTime;
    let heapKiB = 0;
    const claim = ({ outcome, output, console }: Told) => {
      const alive = !isolate.isDisposed;
      const cpuMs = alive ? Number(isolate.cpuTime - started) / 1e6 : 0;
      heapKiB = alive ? usedHeapKiB(prepared) : 0;
      say({ kind: 'claim', token, index, outcome, cpuMs, heapKiB, console }, output);
    };
    try {
      const realm = prepared.nextRealm();
      // A realm is our work, not the solution's.
      started = isolate.cpuTime;
      claim(runTest({ prepared, realm, request, index, args, claim }));
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
};

function runTest(running: Running): Told {
  const { prepared, realm, request } = running;
  const { ivm } = prepared;
  const setting = {
    seed: seedOfTest(request.seed, running.index),
    keptBytes: keptConsoleBytes,
    limitBytes: request.limits.outputKiB * 1024,
  };
  const onOverflow = new ivm.Callback(() => {
    running.claim({ outcome: { kind: 'output', what: 'console' }, console: '' });
    process.kill(process.pid, 'SIGKILL');
  });
  call(realm, 'open', [new ivm.ExternalCopy(setting).copyInto(), onOverflow]);
  const told = runInRealm(running);
  const console = String(call(realm, 'consoleText'));
  realm.context.release();
  const tooMuch = Buffer.byteLength(told.output ?? '') > setting.limitBytes;
  return tooMuch ? { outcome: { kind: 'output', what: 'result' }, console } : { ...told, console };
}

function runInRealm(running: Running): Omit<Told, 'console'> {
  const { prepared, realm, request, args } = running;
  try {
    const { driver, solution } = loadModules(prepared, realm, request);
    const input = new prepared.ivm.ExternalCopy(decodePlain(args)).copyInto({ release: true });
    call(realm, 'begin', [driver.derefInto(), solution.derefInto(), input]);
    const kind = call(realm, 'outcomeKind');
    if (kind === 'returned') return takeReturned(realm);
    return { outcome: kind === 'threw' ? takeThrown(realm) : { kind: 'unsettled' } };
  } catch (thrown) {
    if (prepared.isolate.isDisposed || thrown instanceof DriverBroken) throw thrown;
    return { outcome: thrown instanceof NeverLoaded ? { kind: 'unsettled' } : threw(thrown) };
  }
}

// What comes out of the solution's realm is a structured clone, so encoding runs none of its code.
function takeReturned(realm: Realm): Omit<Told, 'console'> {
  const found = copyOut(realm, 'returned');
  if (!found.copied) return { outcome: found.outcome };
  try {
    return { outcome: { kind: 'returned' }, output: encodePlain(found.value) };
  } catch (thrown) {
    if (thrown instanceof NotPlainData) {
      return { outcome: { kind: 'not-plain', path: thrown.path, actual: thrown.actual } };
    }
    // Longer than a string can be.
    if (thrown instanceof RangeError) return { outcome: { kind: 'output', what: 'result' } };
    throw thrown;
  }
}

function copyOut(
  realm: Realm,
  name: string,
): { copied: true; value: unknown } | { copied: false; outcome: GuestOutcome } {
  try {
    return { copied: true, value: copyFrom(realm, name) };
  } catch (thrown) {
    const place = asPlace(copyFrom(realm, 'uncloneable'));
    return { copied: false, outcome: place ? { kind: 'not-plain', ...place } : threw(thrown) };
  }
}

function takeThrown(realm: Realm): GuestOutcome {
  return threw(copyFrom(realm, 'thrown'));
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

function call(realm: Realm, name: string, args: unknown[] = []): unknown {
  return realm.boot.namespace.getSync(name, { reference: true }).applySync(undefined, args);
}

function copyFrom(realm: Realm, name: string): unknown {
  return realm.boot.namespace.getSync(name, { reference: true }).applySync(undefined, [], {
    result: { copy: true },
  });
}

function usedHeapKiB({ isolate }: Prepared): number {
  const { used_heap_size: heap, externally_allocated_size: external } = isolate.getHeapStatisticsSync();
  return Math.round((heap + external) / 1024);
}
