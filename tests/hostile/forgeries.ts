/**
 * Builtins that tell whoever judges beside the solution what it wants to hear. Each works as ever while the solution runs
 * and lies once it has returned, so that nothing but what is observed of it is forged.
 */
import type { Runtime } from '#content/problem.ts';

export type Forgery = { name: string; runtime?: Runtime; code: string };

/** In the sample run the first two for each runtime. */
export const forgeries: Forgery[] = [
  { name: 'Object.is agrees', code: 'Object.is = () => true;' },
  {
    name: 'typed arrays are made once and handed out again',
    code: `for (const Type of [Float64Array, Float32Array, Int8Array, Uint8Array]) {
      const made = new Map();
      const { from } = Type;
      Type.from = (source, ...more) => {
        if (!made.has(source)) made.set(source, from.call(Type, source, ...more));
        return made.get(source);
      };
    }`,
  },
  {
    name: 'every agrees',
    code: "lie(Array.prototype, 'every', () => true); lie(typed, 'every', () => true);",
  },
  {
    name: 'copies are the thing itself',
    code: 'typed.slice = Array.prototype.slice = function () { return this; };',
  },
  {
    name: 'map is the thing itself',
    code: "lie(Array.prototype, 'map', (self) => self); lie(typed, 'map', (self) => self);",
  },
  {
    name: 'nothing is iterated over',
    code: 'lie(Array.prototype, Symbol.iterator, () => [].values()); lie(typed, Symbol.iterator, () => [].values());',
  },
  {
    name: 'nothing is reduced, filtered, found or joined',
    code: `for (const object of [Array.prototype, typed]) {
      lie(object, 'some', () => false);
      lie(object, 'reduce', (self, f, start) => start);
      lie(object, 'filter', () => []);
      lie(object, 'forEach', () => undefined);
      lie(object, 'join', () => 'same');
    }`,
  },
  {
    name: 'JSON says the same of all',
    code: "lie(JSON, 'stringify', () => '\"same\"'); lie(JSON, 'parse', () => 0);",
  },
  {
    name: 'Reflect and Object say the same of all',
    code: `for (const name of ['get', 'apply', 'has', 'ownKeys']) lie(Reflect, name, () => 0);
    for (const name of ['keys', 'entries', 'values', 'getOwnPropertyNames']) lie(Object, name, () => []);`,
  },
  { name: 'nothing freezes', code: 'Object.freeze = (value) => value; Object.isFrozen = () => true;' },
  {
    name: 'call, apply and bind do nothing',
    code: "for (const name of ['call', 'apply', 'bind']) lie(Function.prototype, name, () => 0);",
  },
  {
    name: 'then sees what the driver returns',
    code: `attempt(() => Object.defineProperty(Object.prototype, 'then', { get() { mend(this); } }));
    attempt(() => Object.defineProperty(Array.prototype, 'then', { get() { mend(this); } }));`,
  },
  {
    name: 'promises belong to the solution',
    code: `attempt(() => Object.defineProperty(Promise.prototype, 'constructor', { get: () => class {} }));
    const { then } = Promise.prototype;
    Promise.prototype.then = function (good, bad) {
      return then.call(this, (value) => good(mend(value)), bad);
    };`,
  },
  {
    name: 'what the driver writes is swallowed',
    code: `for (const name of ['unchanged', 'afterwards', 'leakedTensors', 'teacherGets', 'numTensors'])
      attempt(() => Object.defineProperty(Object.prototype, name, { get: () => forged[name], set() {} }));
    for (const index of ['0', '1']) attempt(() => Object.defineProperty(Array.prototype, index, { get: () => 0, set() {} }));`,
  },
  {
    name: 'lengths are as they should be',
    code: `attempt(() => Object.defineProperty(typed, 'length', { get: () => 0, configurable: true }));
    attempt(() => Object.defineProperty(typed, 'buffer', { get: () => new ArrayBuffer(0), configurable: true }));`,
  },
  {
    name: 'numbers look right',
    code: `for (const name of ['abs', 'max', 'min']) lie(Math, name, () => 0);
    for (const name of ['isFinite', 'isInteger']) lie(Number, name, () => true);
    lie(Array, 'isArray', () => true);
    lie(Array, 'from', () => []);`,
  },
  {
    name: 'any error is of any kind',
    code: 'for (const Type of [RangeError, TypeError, Error]) attempt(() => Object.defineProperty(Type, Symbol.hasInstance, { value: () => true }));',
  },
  {
    name: 'tf.memory counts none',
    runtime: 'tf',
    code: 'attempt(() => { forge.memory = () => ({ numTensors: 0 }); }); attempt(() => { forge.default.memory = () => ({ numTensors: 0 }); });',
  },
  {
    name: 'the engine counts none',
    runtime: 'tf',
    code: `const counted = () => ({ numTensors: 0, numDataBuffers: 0, numBytes: 0 });
    attempt(() => { forge.engine().memory = counted; });
    attempt(() => { Object.getPrototypeOf(forge.engine()).memory = counted; });
    attempt(() => Object.defineProperty(forge.engine(), 'memory', { value: counted }));
    attempt(() => { forge.engine().backend.memory = counted; });`,
  },
  {
    name: 'the state of the engine counts none',
    runtime: 'tf',
    code: `attempt(() => Object.defineProperty(forge.engine().state, 'numTensors', { get: () => 0, set() {} }));
    attempt(() => { forge.engine().state = { ...forge.engine().state, numTensors: 0 }; });`,
  },
  {
    name: 'another engine answers',
    runtime: 'tf',
    code: `const other = new Proxy(forge.engine(), {
      get: (engine, name) => over && (name === 'memory' ? () => ({ numTensors: 0 }) : name === 'readSync' ? () => new Float32Array(64) : undefined) || Reflect.get(engine, name),
    });
    attempt(() => { globalThis._tfengine = other; });
    attempt(() => forge.setTensorTracker?.(() => other));`,
  },
  {
    name: 'tensors read as zeros',
    runtime: 'tf',
    code: `const zeros = (self) => new Float32Array(self.size);
    for (const name of ['dataSync', 'data', 'arraySync']) lie(forge.Tensor.prototype, name, zeros);
    for (const object of [forge.engine(), Object.getPrototypeOf(forge.engine()), forge.engine().backend, Object.getPrototypeOf(forge.engine().backend)])
      for (const name of ['readSync', 'read']) lie(object, name, () => new Float32Array(64));`,
  },
  {
    name: 'the largest is zero',
    runtime: 'tf',
    code: "for (const name of ['max', 'abs', 'sum', 'add', 'mul']) lie(forge.Tensor.prototype, name, (self) => forge.zerosLike(self));",
  },
  {
    name: 'tensors are disposed in name alone',
    runtime: 'tf',
    code: `attempt(() => { const engine = forge.engine(); const made = forge.scalar(0);
      for (let i = 0; i < 64; i += 1) engine.disposeTensor(made); engine.state.numTensors = 0; });`,
  },
];

/** A solution (JavaScript) with forgeries before it, as TypeScript that nobody checks. */
export function forging(javascript: string, codes: string[], { entryPoints, runtime }: Where): string {
  let source = javascript;
  for (const name of entryPoints) {
    const exported = new RegExp(`export(\\s+(?:async\\s+)?(?:function|const|let)\\s+)${name}(?![\\w$])`);
    source = source.replace(exported, (_all, declared: string) => `${declared}inner_${name}`);
    source += `\nexport const ${name} = ending((...given) => inner_${name}(...given));`;
  }
  const blocks = codes.map((code) => `attempt(() => { ${code} });`);
  return ['// @ts-nocheck', runtime === 'tf' ? tf : '', tools, ...blocks, source].join('\n');
}

type Where = { entryPoints: string[]; runtime: Runtime };

const tf = "import * as forge from '@tensorflow/tfjs';";

const tools = `
let over = false;
const typed = Object.getPrototypeOf(Float64Array.prototype);
const { apply, defineProperty } = { apply: Reflect.apply, defineProperty: Object.defineProperty };
const forged = { unchanged: true, leakedTensors: 0, teacherGets: 0, numTensors: 0 };
function attempt(act) {
  try { return act(); } catch { return undefined; }
}
function lie(object, name, told) {
  attempt(() => {
    const honest = object[name];
    const value = function (...given) { return over ? told(this, ...given) : apply(honest, this, given); };
    defineProperty(object, name, { value, writable: true, configurable: true });
  });
}
function mend(value) {
  if (typeof value !== 'object' || value === null) return value;
  for (const name of ['unchanged', 'leakedTensors'])
    if (Object.hasOwn(value, name)) value[name] = forged[name];
  if (Object.hasOwn(value, 'teacherGets')) value.teacherGets = ArrayBuffer.isView(value.teacherGets) ? value.teacherGets.fill(0) : 0;
  return value;
}
function ending(act) {
  return (...given) => {
    over = false;
    let promised = false;
    try {
      const answer = act(...given);
      if (typeof answer?.then !== 'function') return answer;
      promised = true;
      return answer.finally(() => { over = true; });
    } finally {
      over = !promised;
    }
  };
}
`;
