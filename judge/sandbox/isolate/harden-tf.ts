/**
 * Keeps what tfjs says of its tensors from being said by the solution: how many there are, and what they hold. Evaluated
 * into the snapshot, so a context pays nothing for it. What remains open is listed in docs/security.md.
 */
import * as core from '@tensorflow/tfjs-core';

const { apply } = Reflect;
const { defineProperty, freeze, getPrototypeOf, preventExtensions } = Object;
const { add, delete: remove } = WeakSet.prototype;

export function hardenTf(): void {
  const engine = core.engine();
  // Asking makes it, so that nothing has to be set later.
  const backend: object = engine.backend;
  const storage: unknown = Reflect.get(backend, 'data');
  if (!(storage instanceof core.DataStorage)) throw new Error('the backend keeps its data elsewhere');

  define(getPrototypeOf(engine), { ...countTensors(engine), setBackend: refuseOthers(engine.backendName) });
  for (const type of [core.Tensor, core.Variable, core.TensorBuffer, core.KernelBackend, core.DataStorage])
    freeze(type.prototype);
  for (const object of [engine, backend]) freeze(getPrototypeOf(object));
  freeze(Reflect.get(engine, 'registry'));

  lock(engine, ['ENV', 'registry', 'registryFactory', 'state', 'backendName', 'backendInstance']);
  lock(backend, ['data']);
  lock(storage, ['data', 'backend', 'dataMover']);
  // By this name tensors find their engine.
  lock(globalThis, ['_tfengine']);
}

/** Counted here alone: `state.numTensors` can be set to anything, and a tensor be disposed twice. */
function countTensors(engine: ReturnType<typeof core.engine>) {
  const { trackTensor, disposeTensor } = engine;
  const living = new WeakSet<core.Tensor>();
  let numTensors = 0;
  return {
    trackTensor(tensor: core.Tensor, backend: core.KernelBackend): void {
      apply(trackTensor, engine, [tensor, backend]);
      apply(add, living, [tensor]);
      numTensors += 1;
    },
    disposeTensor(tensor: core.Tensor): void {
      apply(disposeTensor, engine, [tensor]);
      if (apply(remove, living, [tensor])) numTensors -= 1;
    },
    // A literal: keys that are set instead may meet a setter on Object.prototype.
    memory() {
      const { numDataBuffers, numBytes } = engine.state;
      return { ...engine.backend.memory(), numTensors, numDataBuffers, numBytes };
    },
  };
}

function refuseOthers(only: string) {
  return async (name: string): Promise<boolean> => {
    if (name !== only) throw new Error(`Backend name '${name}' not found in registry`);
    return true;
  };
}

function define(target: object, methods: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(methods)) {
    defineProperty(target, name, { value, writable: true, configurable: true });
  }
}

/** These keep their values, and no method can be put before those of the prototype. */
function lock(target: object, names: string[]): void {
  for (const name of names) defineProperty(target, name, { writable: false, configurable: false });
  if (target !== globalThis) preventExtensions(target);
}
