/**
 * Evaluated in a fresh context before driver and solution; nothing here can be named by them. What it tells the guest
 * is a claim all the same: it shares a realm with the solution.
 */
import { consoleText, installConsole } from '../../kept-console.ts';
import { seedRandom } from '../../seeded-random.ts';
import { findUncloneable, thrownText } from '../../tell.ts';
import { harden } from './harden.ts';

export type Setting = { seed: number; keptBytes: number; limitBytes: number };

type Driver = { drive(solution: unknown, args: unknown): unknown };

type Outcome =
  | { kind: 'pending' }
  | { kind: 'returned'; value: unknown }
  | { kind: 'threw'; name: string; message: string; stack: string };

/** What the snapshot left, for the module `@tensorflow/tfjs`; the solution finds no global of this name. */
export const tf: unknown = Reflect.get(globalThis, '__tf');
Reflect.deleteProperty(globalThis, '__tf');
export const tfNames: string = typeof tf === 'object' && tf !== null ? Object.keys(tf).join() : '';

let outcome: Outcome = { kind: 'pending' };

export function open(setting: Setting, onOverflow: () => void): void {
  harden();
  seedRandom(setting.seed);
  installConsole(setting, onOverflow);
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

export function outcomeKind(): string {
  return outcome.kind;
}

export function thrown(): Outcome | undefined {
  return outcome.kind === 'threw' ? outcome : undefined;
}

/** Leaves by structured clone. */
export function returned(): unknown {
  return outcome.kind === 'returned' ? outcome.value : undefined;
}

/** Where in the returned value something stands that cannot be cloned. */
export function uncloneable(): { path: string; actual: string } | undefined {
  return outcome.kind === 'returned' ? findUncloneable(outcome.value) : undefined;
}

export { consoleText };
