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

/** Begins the test. All that can happen has happened when this and its microtasks are done: there are no timers. */
export function begin(driver: Driver, solution: unknown, args: unknown): void {
  // Only the language's own await is used here: `then` may have been replaced.
  void (async () => {
    try {
      outcome = { kind: 'returned', value: await driver.drive(solution, args) };
    } catch (thrown) {
      outcome = { kind: 'threw', ...thrownText(thrown) };
    }
  })();
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
