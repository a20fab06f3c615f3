// tries: the true ArrayBuffer, by traps on Object.prototype that a Proxy before it would ask
// verdicts: WA
// @ts-nocheck
let Native;
for (const trap of ['get', 'has', 'getPrototypeOf', 'getOwnPropertyDescriptor', 'ownKeys', 'apply', 'isExtensible'])
  Object.prototype[trap] = (target, ...rest) => {
    if (typeof target === 'function') Native = target;
    return Reflect[trap](target, ...rest);
  };
ArrayBuffer.isView;
'name' in ArrayBuffer;
Object.getPrototypeOf(ArrayBuffer);
for (const trap of ['get', 'has', 'getPrototypeOf', 'getOwnPropertyDescriptor', 'ownKeys', 'apply', 'isExtensible'])
  delete Object.prototype[trap];
export function solve(args) {
  if (!Native) return 1;
  const buffer = new Native(2 ** 31, { maxByteLength: 2 ** 31 });
  return new Uint8Array(buffer).fill(1)[0];
}
