/** Driver and solution as modules of one realm. What may be imported is decided here and nowhere else. */
import { posix } from 'node:path';
import type IsolatedVm from 'isolated-vm';
import type { GuestRequest } from '../wire.ts';
import { bootSpecifier, type Realm } from './realm.ts';
import type { Prepared } from './workshop.ts';

/** The driver does not load: the problem's fault, not the solution's. */
export class DriverBroken extends Error {
  readonly code = 'DRIVER_BROKEN';
}

/** The solution's top-level await never ends. */
export class NeverLoaded extends Error {
  readonly code = 'NEVER_LOADED';
}

export type Loaded = { driver: IsolatedVm.Reference; solution: IsolatedVm.Reference };

const tfSpecifier = '@tensorflow/tfjs';
const driverEntry = 'include/driver.ts';

/** Evaluates the driver, then the solution. Throws {@link DriverBroken}, {@link NeverLoaded} or what the solution threw. */
export function loadModules({ isolate, tfModule }: Prepared, realm: Realm, request: GuestRequest): Loaded {
  const modules = new Map<string, IsolatedVm.Module>();
  realm.onRelease(() => {
    for (const module of modules.values()) module.release();
  });
  const paths = new Map<IsolatedVm.Module, string>();
  const compile = (path: string, source: string) => {
    const known = modules.get(path);
    if (known) return known;
    const module = isolate.compileModuleSync(source, { filename: path });
    modules.set(path, module);
    paths.set(module, path);
    return module;
  };

  const builtIn = (specifier: string, referrer: IsolatedVm.Module) => {
    if (specifier === bootSpecifier && paths.get(referrer) === tfSpecifier) return realm.boot;
    if (specifier === tfSpecifier && tfModule !== null) return compile(specifier, tfModule);
    const known = tfModule === null ? './signature.ts' : `./signature.ts and ${tfSpecifier}`;
    throw new ReferenceError(`cannot import '${specifier}': only ${known} can be imported here`);
  };
  const resolveForDriver = (specifier: string, referrer: IsolatedVm.Module) => {
    if (!specifier.startsWith('.')) return builtIn(specifier, referrer);
    const path = posix.join(posix.dirname(paths.get(referrer) ?? driverEntry), specifier);
    const source = Object.hasOwn(request.driver, path) ? request.driver[path] : undefined;
    if (source !== undefined) return compile(path, source);
    if (path === 'include/signature.ts') return compile(path, '');
    throw new ReferenceError(`cannot import '${specifier}': the package has no ${path}`);
  };
  const resolveForSolution = (specifier: string, referrer: IsolatedVm.Module) =>
    specifier === './signature.ts' ? compile('signature.ts', '') : builtIn(specifier, referrer);

  const driver = orBroken(isolate, () => {
    const source = Object.entries(request.driver).find(([path]) => path === driverEntry)?.[1];
    if (source === undefined) throw new ReferenceError(`the package has no ${driverEntry}`);
    const module = compile(driverEntry, source);
    module.instantiateSync(realm.context, resolveForDriver);
    module.evaluateSync();
    if (module.namespace.getSync('drive', { reference: true }).typeof !== 'function') {
      throw new TypeError(`${driverEntry} exports no function drive`);
    }
    return module.namespace;
  });

  const solution = compile('solution.ts', request.solution);
  // Its body runs only after the solution's has ended, top-level awaits included.
  const entry = compile('entry', "import * as solution from 'solution'; export const loaded = solution;");
  entry.instantiateSync(realm.context, (specifier, referrer) =>
    referrer === entry ? solution : resolveForSolution(specifier, referrer),
  );
  entry.evaluateSync();
  const loaded = { driver, solution: namespaceOf(entry) };
  realm.onRelease(() => {
    loaded.driver.release();
    loaded.solution.release();
  });
  return loaded;
}

function namespaceOf(entry: IsolatedVm.Module): IsolatedVm.Reference {
  try {
    return entry.namespace.getSync('loaded', { reference: true });
  } catch (cause) {
    throw new NeverLoaded('a top-level await of the solution never ends', { cause });
  }
}

function orBroken<T>(isolate: IsolatedVm.Isolate, load: () => T): T {
  try {
    return load();
  } catch (cause) {
    if (isolate.isDisposed) throw cause;
    const told = cause instanceof Error ? `${cause.name}: ${cause.message}` : 'no error was thrown';
    throw new DriverBroken(`the driver does not load: ${told}`, { cause });
  }
}
