/** Removes what V8's memory limit does not count, what shares memory, and what tells when garbage is collected. */
export function harden(): void {
  const removed = ['WebAssembly', 'SharedArrayBuffer', 'Atomics', 'FinalizationRegistry', 'WeakRef'];
  for (const name of removed) Reflect.deleteProperty(globalThis, name);

  // A resizable buffer grew to 2 GB unseen; without the constructor's second argument there is none.
  const fixed = new Proxy(ArrayBuffer, {
    construct: (target, [length], newTarget) => Reflect.construct(target, [length], newTarget),
  });
  for (const name of ['resize', 'resizable', 'maxByteLength']) {
    Reflect.deleteProperty(ArrayBuffer.prototype, name);
  }
  Object.defineProperty(ArrayBuffer.prototype, 'constructor', {
    value: fixed,
    writable: true,
    configurable: true,
  });
  Object.defineProperty(globalThis, 'ArrayBuffer', { value: fixed, writable: true, configurable: true });
}
