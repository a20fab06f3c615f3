/** A fresh context with the bootstrap evaluated, and nothing of a driver or solution yet. */
import type IsolatedVm from 'isolated-vm';

export type Ivm = typeof IsolatedVm;

/** As {@link file://../isolate/main.ts} tells it; the bundles share no code. */
type Outcome =
  | { kind: 'pending' }
  | { kind: 'returned'; value: unknown }
  | { kind: 'threw'; name: string; message: string; stack: string };

/** A value of the realm itself. */
type Inside = IsolatedVm.Dereference<unknown>;

export type Realm = {
  context: IsolatedVm.Context;
  boot: IsolatedVm.Module;
  /** Seeds chance and begins the console's text. `onOverflow` is called when more than `limitBytes` were printed. */
  open(setting: { seed: number; limitBytes: number }, onOverflow: () => void): void;
  /** Runs the test to its end. */
  begin(driver: Inside, solution: Inside, input: IsolatedVm.Copy<unknown>): void;
  /** A copy of what came of it; throws where the returned value can't be cloned. */
  told(): { outcome: Outcome; console: string };
  uncloneable(): unknown;
  consoleText(): string;
  /** Collects all garbage of the isolate. `refusedBytes` is more than it could ever have. */
  collect(refusedBytes: number): void;
  /** Called when the realm is released, for what else holds on to it. */
  onRelease(release: () => void): void;
  /** Lets go of it, so that it is garbage: what it held may not count against the next test. */
  release(): void;
};

/** What the module `@tensorflow/tfjs` imports, and nothing else may. */
export const bootSpecifier = 'sandbox';

export function makeRealm(ivm: Ivm, isolate: IsolatedVm.Isolate, bootstrap: string): Realm {
  const context = isolate.createContextSync();
  const boot = isolate.compileModuleSync(bootstrap, { filename: bootSpecifier });
  boot.instantiateSync(context, refuse);
  boot.evaluateSync();
  let overflow = (): void => undefined;
  const onOverflow = new ivm.Callback(() => overflow());
  const find = (name: string) => boot.namespace.getSync(name, { reference: true });
  const [open, begin, told] = [find('open'), find('begin'), find('told')];
  const copy = { result: { copy: true } } as const;
  // Each handle keeps the realm alive until our own garbage is collected, which in a guest's short life is never.
  const handles: (() => void)[] = [open, begin, told, boot, context].map((handle) => () => handle.release());
  return {
    context,
    boot,
    open({ seed, limitBytes }, call) {
      overflow = call;
      open.applySync(undefined, [seed, limitBytes, onOverflow]);
    },
    begin: (driver, solution, input) => void begin.applySync(undefined, [driver, solution, input]),
    told: () => told.applySync(undefined, [], copy) as ReturnType<Realm['told']>,
    uncloneable: () => find('uncloneable').applySync(undefined, [], copy),
    consoleText: () => String(find('consoleText').applySync(undefined, [])),
    collect: (refusedBytes) => void find('collect').applySync(undefined, [refusedBytes]),
    onRelease: (release) => void handles.unshift(release),
    release() {
      for (const release of handles) release();
    },
  };
}

function refuse(): never {
  throw new Error('the bootstrap imports nothing');
}
