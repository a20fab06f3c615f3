// Taken before the solution is there: what is looked up when it calls may be its own.
const { construct } = Reflect;
const { defineProperty, setPrototypeOf } = Object;

/** Removes what V8's memory limit does not count, what shares memory, and what tells when garbage is collected. */
export function harden(): void {
  const removed = ['WebAssembly', 'SharedArrayBuffer', 'Atomics', 'FinalizationRegistry', 'WeakRef'];
  for (const name of removed) Reflect.deleteProperty(globalThis, name);

  // A resizable buffer grew to 2 GB unseen; without the constructor's second argument there is none.
  const traps: ProxyHandler<ArrayBufferConstructor> = {
    // By index: taken apart as an array, the arguments would pass through the solution's iterator.
    construct: (target, given, newTarget) => construct(target, [given[0]], newTarget),
  };
  // Else traps that a solution puts on Object.prototype would be asked, and handed the true constructor.
  setPrototypeOf(traps, null);
  const fixed = new Proxy(ArrayBuffer, traps);
  for (const name of ['resize', 'resizable', 'maxByteLength']) {
    Reflect.deleteProperty(ArrayBuffer.prototype, name);
  }
  defineProperty(ArrayBuffer.prototype, 'constructor', {
    value: fixed,
    writable: true,
    configurable: true,
  });
  defineProperty(globalThis, 'ArrayBuffer', { value: fixed, writable: true, configurable: true });
  keepThenFromAll();
}

/**
 * A promise that is resolved asks its value for `then`: on Object.prototype that would be shown whatever a driver returns,
 * and could change it. It can be set on an object, as ever, but not for all of them.
 */
function keepThenFromAll(): void {
  defineProperty(Object.prototype, 'then', {
    get: () => undefined,
    set(value: unknown) {
      const own = { __proto__: null, value, writable: true, enumerable: true, configurable: true };
      defineProperty(this, 'then', own);
    },
    enumerable: false,
    configurable: false,
  });
}
