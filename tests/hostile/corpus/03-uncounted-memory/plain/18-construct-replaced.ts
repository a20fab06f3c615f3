// tries: the true ArrayBuffer, by a Reflect.construct of its own, and with it a buffer that V8 does not count
// verdicts: WA
// @ts-nocheck
let Native;
const { construct } = Reflect;
Object.defineProperty(Reflect, 'construct', {
  value: (target, given, newTarget) => {
    Native = target;
    return construct(target, given, newTarget);
  },
});
new ArrayBuffer(1);
export function solve(args) {
  if (!Native) return 1;
  const buffer = new Native(2 ** 31, { maxByteLength: 2 ** 31 });
  return new Uint8Array(buffer).fill(1)[0];
}
