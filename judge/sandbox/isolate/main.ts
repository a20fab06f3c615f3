/**
 * Evaluated in a fresh context before driver and solution; nothing here can be named by them. What it tells the guest
 * is a claim all the same: it shares a realm with the solution.
 */
import { beginConsole, consoleText, installConsole, keptConsoleBytes } from '../../kept-console.ts';
import { seedRandom } from '../../seeded-random.ts';
import { findUncloneable, type Thrown, thrownText } from '../../tell.ts';
import { harden } from './harden.ts';

type Outcome = { kind: 'pending' } | { kind: 'returned'; value: unknown } | ({ kind: 'threw' } & Thrown);

type Driver = { drive(solution: unknown, args: unknown): unknown };

/** What the snapshot left, for the module `@tensorflow/tfjs`; the solution finds no global of this name. */
export const tf: unknown = Reflect.get(globalThis, '__tf');
Reflect.deleteProperty(globalThis, '__tf');
export const tfNames: string = typeof tf === 'object' && tf !== null ? Object.keys(tf).join() : '';

const Buffer = ArrayBuffer;

// Here, not when the test opens: realms are made while a guest waits for its submission.
harden();
installConsole();

let outcome: Outcome = { kind: 'pending' };

export function open(seed: number, limitBytes: number, onOverflow: () => void): void {
  seedRandom(seed);
  beginConsole({ keptBytes: keptConsoleBytes, limitBytes }, onOverflow);
}

// Taken before driver and solution are there: what is looked up later may be the solution's.
const { defineProperty, getPrototypeOf } = Object;
const { prototype: promisePrototype } = Promise;
// Without a prototype: what a solution puts on Object.prototype is no part of it.
const ownConstructor = { __proto__: null, value: Promise };

/** Begins the test. All that can happen has happened when this and its microtasks are done: there are no timers. */
export function begin(driver: Driver, solution: unknown, args: unknown): void {
  void (async () => {
    try {
      const returned = driver.drive(solution, args);
      outcome = { kind: 'returned', value: isPromise(returned) ? await shielded(returned) : returned };
    } catch (thrown) {
      outcome = { kind: 'threw', ...thrownText(thrown) };
    }
  })();
}

// What is no promise is not awaited: that would ask it for `then`, which the solution may have put on its prototype.
function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === 'object' && value !== null && getPrototypeOf(value) === promisePrototype;
}

// `await` takes a promise with this constructor as it is; any other it would call `then` of.
function shielded(promise: Promise<unknown>): Promise<unknown> {
  return defineProperty(promise, 'constructor', ownConstructor);
}

/** Leaves by structured clone, which fails where a returned value can't be cloned. */
export function told(): { outcome: Outcome; console: string } {
  return { outcome, console: consoleText() };
}

/** Where in the returned value something stands that cannot be cloned. */
export function uncloneable(): { path: string; actual: string } | undefined {
  return outcome.kind === 'returned' ? findUncloneable(outcome.value) : undefined;
}

/**
 * isolated-vm collects all garbage before it refuses a buffer, and is asked for one that it must refuse: there is no other
 * way to ask for that from outside.
 */
export function collect(refusedBytes: number): void {
  try {
    new Buffer(refusedBytes);
  } catch {
    // As expected.
  }
}

export { consoleText };
