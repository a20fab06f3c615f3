/** Isolates and contexts: the one place where isolated-vm is loaded for submissions. */
import { readFileSync } from 'node:fs';
import type IsolatedVm from 'isolated-vm';
import type { GuestOptions } from '../wire.ts';

export type Ivm = typeof IsolatedVm;

/** A fresh realm with the bootstrap evaluated, and nothing of a driver or solution yet. */
export type Realm = { context: IsolatedVm.Context; boot: IsolatedVm.Module };

export type Prepared = {
  ivm: Ivm;
  isolate: IsolatedVm.Isolate;
  /** Source of the module `@tensorflow/tfjs`, or null where the problem has none. */
  tfModule: string | null;
  /** The first ones were made ahead. */
  nextRealm(): Realm;
};

/**
 * How many realms a guest makes while it waits for a submission. One takes 0.6 ms and 0.2 MB; with tfjs 7 ms and 3 MB, which
 * count against the solution's memory.
 */
const realmsAhead = { plain: 32, tf: 4 };

/** What the module `@tensorflow/tfjs` imports, and nothing else may. */
export const bootSpecifier = 'sandbox';

export type Workshop = {
  /** An isolate with one realm. */
  prepare(memoryMiB: number): Prepared;
  /** An isolate with several, for when there is time. */
  prepareAhead(memoryMiB: number): Prepared;
};

export function openWorkshop(options: GuestOptions): Workshop {
  const ivm = loadAddon(options.addon);
  const snapshot = options.snapshot === null ? null : new ivm.ExternalCopy(readBytes(options.snapshot));
  const prepare = (memoryMiB: number, ahead: number): Prepared => {
    const isolate = new ivm.Isolate({ memoryLimit: memoryMiB, ...(snapshot && { snapshot }) });
    const makeRealm = () => {
      const context = isolate.createContextSync();
      const boot = isolate.compileModuleSync(options.bootstrap, { filename: bootSpecifier });
      boot.instantiateSync(context, refuse);
      boot.evaluateSync();
      return { context, boot };
    };
    const first = makeRealm();
    const tfModule = snapshot ? tfModuleSource(first.boot) : null;
    const ready = [first, ...Array.from({ length: ahead - 1 }, makeRealm)];
    return { ivm, isolate, tfModule, nextRealm: () => ready.pop() ?? makeRealm() };
  };
  return {
    prepare: (memoryMiB) => prepare(memoryMiB, 1),
    prepareAhead: (memoryMiB) => prepare(memoryMiB, realmsAhead[options.runtime]),
  };
}

/** Loaded by path: the package's own loader looks around in the file system, where there is nothing. */
export function loadAddon(path: string): Ivm {
  const module: { exports: { ivm?: Ivm } } = { exports: {} };
  process.dlopen(module, path);
  if (!module.exports.ivm) throw new Error(`${path} is not isolated-vm`);
  return module.exports.ivm;
}

function refuse(): never {
  throw new Error('the bootstrap imports nothing');
}

function readBytes(path: string): ArrayBuffer {
  const bytes = readFileSync(path);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
}

// Named exports have to stand in the source; the names come from the snapshot itself.
function tfModuleSource(boot: IsolatedVm.Module): string {
  const exported = String(boot.namespace.getSync('tfNames', { copy: true })).split(',');
  return [
    `import { tf } from '${bootSpecifier}';`,
    ...exported.map((name, i) => `const v${i} = tf.${name};`),
    `export { ${exported.map((name, i) => `v${i} as ${name}`).join(', ')} };`,
    'export default tf;',
  ].join('');
}
