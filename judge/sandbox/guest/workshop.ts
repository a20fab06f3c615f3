/** Isolates: the one place where isolated-vm is loaded for submissions. */
import { readFileSync } from 'node:fs';
import type IsolatedVm from 'isolated-vm';
import type { GuestOptions } from '../wire.ts';
import { bootSpecifier, type Ivm, makeRealm, type Realm } from './realm.ts';

export type Prepared = {
  ivm: Ivm;
  isolate: IsolatedVm.Isolate;
  /** Source of the module `@tensorflow/tfjs`, or null where the problem has none. */
  tfModule: string | null;
  /** Makes one more realm ahead; false where there are enough. */
  makeAhead(): boolean;
  /** One that was made ahead, as long as there are any. */
  nextRealm(): Realm;
  /** What the isolate holds just now, garbage included, of ours and others'. */
  usedKiB(): number;
  /** What of that is not the solution's: the isolate and its realms, those of earlier tests too, which may not be gone yet. */
  ownKiB(): number;
};

/**
 * What a realm takes of the isolate's memory, as it was measured. The solution's limit comes on top: were this rounded up,
 * there would be more room for whoever comes after a submission of many tests.
 */
const realmKiB = { plain: 186, tf: 840 };

/** Makes an isolate with one realm; `ahead` is how many may be made before the first is needed. */
export type Workshop = (memoryMiB: number, ahead: number) => Prepared;

export function openWorkshop(options: GuestOptions): Workshop {
  const ivm = loadAddon(options.addon);
  const snapshot = options.snapshot === null ? null : new ivm.ExternalCopy(readBytes(options.snapshot));
  return (memoryMiB, ahead) => {
    const each = realmKiB[options.runtime];
    const memoryLimit = memoryMiB + Math.ceil((ahead * each) / 1024);
    const isolate = new ivm.Isolate({ memoryLimit, ...(snapshot && { snapshot }) });
    const usedKiB = () => {
      const { used_heap_size: heap, externally_allocated_size: external } = isolate.getHeapStatisticsSync();
      return Math.round((heap + external) / 1024);
    };
    let made = 0;
    const make = () => {
      made += 1;
      return makeRealm(ivm, isolate, options.bootstrap);
    };
    const first = make();
    const bareKiB = usedKiB() - each;
    const ready = [first];
    return {
      ivm,
      isolate,
      usedKiB,
      ownKiB: () => bareKiB + made * each,
      tfModule: snapshot ? tfModuleSource(first.boot) : null,
      makeAhead: () => ready.length < ahead && ready.push(make()) > 0,
      nextRealm: () => ready.pop() ?? make(),
    };
  };
}

/** Loaded by path: the package's own loader looks around in the file system, where there is nothing. */
export function loadAddon(path: string): Ivm {
  const module: { exports: { ivm?: Ivm } } = { exports: {} };
  process.dlopen(module, path);
  if (!module.exports.ivm) throw new Error(`${path} is not isolated-vm`);
  return module.exports.ivm;
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
