/**
 * Attacks of which more than the verdict must be known; the others are files in tests/hostile/corpus. Each is followed
 * by an honest submission that must still be served.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leftProcesses, openTestPool, runAll, type Submission, verdictsOf } from '#tests/harness/sandbox.ts';
import type { SandboxPool } from '../sandbox.ts';

let pool: SandboxPool;
beforeAll(async () => {
  pool = await openTestPool();
});
afterAll(async () => {
  await pool.close();
  expect(leftProcesses()).toEqual([]);
});

async function attack(submission: Submission) {
  const claims = await runAll(pool, submission);
  const honest = await runAll(pool, { solution: 'export const solve = ({ n }) => n + 1;' });
  expect(honest.map((claim) => claim.outcome)).toEqual([{ kind: 'returned', output: 42 }]);
  return claims;
}

const solve = (body: string) => `export function solve(args) { ${body} }`;

describe('memory that V8 does not count, or counts late', () => {
  test('nothing that shares or grows memory can be named', async () => {
    const [claim] = await attack({
      solution: solve(`
        class Mine extends ArrayBuffer {}
        const makers = [ArrayBuffer, new Uint8Array(1).buffer.constructor, ArrayBuffer[Symbol.species], Mine,
          new Uint8Array(1).buffer.slice(0).constructor];
        const made = makers.map((Maker) => new Maker(8, { maxByteLength: 2 ** 31 }));
        made.push(Reflect.construct(ArrayBuffer, [8, { maxByteLength: 2 ** 31 }]));
        return {
          globals: ['WebAssembly', 'SharedArrayBuffer', 'Atomics', 'FinalizationRegistry', 'WeakRef', 'setTimeout', 'fetch',
            'process', 'require', 'ShadowRealm'].filter((name) => name in globalThis),
          growable: made.map((buffer) => [buffer.byteLength, 'resize' in buffer, 'maxByteLength' in buffer]),
        };`),
    });
    expect(claim?.outcome).toEqual({
      kind: 'returned',
      output: { globals: [], growable: Array.from({ length: 6 }, () => [8, false, false]) },
    });
  });
});

describe('floods', () => {
  test('what was printed within the limit is kept up to 64 KiB', async () => {
    const [claim] = await attack({
      solution: solve("console.log('x'.repeat(1e5), { a: [1, -0] }); return 1;"),
    });
    expect(claim?.outcome.kind).toBe('returned');
    expect(claim?.console).toBe('x'.repeat(2 ** 16));
  });
});

describe('forging', () => {
  test('a frame that is printed is only text', async () => {
    const frame = JSON.stringify({ kind: 'claim', token: '', index: 0, outcome: { kind: 'returned' } });
    const [claim] = await attack({ solution: solve(`console.log(${JSON.stringify(frame)}); return 7;`) });
    expect(claim).toMatchObject({ console: `${frame}\n`, outcome: { kind: 'returned', output: 7 } });
  });

  test('builtins replaced by the solution change its own answers at most, and no later test', async () => {
    const claims = await attack({
      args: [{ n: 1 }, { n: 2 }, { n: 3 }],
      solution: `
        const before = globalThis.touched ?? 'clean';
        globalThis.touched = Symbol.for('t').touched = 'dirty';
        for (const object of [Object, Array, JSON, Reflect, Math, Promise, Error, String, Number, Proxy, Symbol])
          for (const name of Object.getOwnPropertyNames(object))
            if (name !== 'prototype') try { object[name] = () => 'forged'; } catch {}
        Promise.prototype.then = Array.prototype[Symbol.iterator] = Array.prototype.map = () => 'forged';
        for (const name of ['kind', 'value', 'then', 'drive', 'output', 'index'])
          Object.defineProperty = undefined, Object.prototype.__defineSetter__.call(Object.prototype, name, () => {});
        export function solve({ n }) { return before + n; }`,
    });
    expect(claims.map(({ index }) => index)).toEqual([0, 1, 2]);
    for (const { outcome } of claims) {
      if (outcome.kind === 'returned') expect(outcome.output).toMatch(/^clean/);
      else expect(outcome.verdict).toBe('RTE');
    }
  });

  test('neither the stack, nor callers, nor constructors lead out of the isolate', async () => {
    const [claim] = await attack({
      solution: solve(`
        const sites = (() => { const kept = Error.prepareStackTrace; Error.prepareStackTrace = (_, s) => s;
          const { stack } = new Error(); Error.prepareStackTrace = kept; return [...stack]; })();
        const reach = (make) => { try { return typeof make(); } catch { return 'undefined'; } };
        return {
          frames: sites.flatMap((site) => [typeof site.getThis(), typeof site.getFunction()]).filter((t) => t !== 'undefined'),
          viaConsole: reach(() => console.log.constructor('return process')()),
          viaArgs: reach(() => args.constructor.constructor('return process')()),
          viaError: reach(() => { try { null.x } catch (e) { return e.constructor.constructor('return require')(); } }),
          names: Object.getOwnPropertyNames(globalThis).filter((name) => /tf|ivm|claim|boot|sandbox/i.test(name)),
          hidden: sites.map((site) => site.getFileName()).filter((name) => name && name.includes('/') && !name.startsWith('include/')),
        };`),
    });
    expect(claim?.outcome).toEqual({
      kind: 'returned',
      output: {
        frames: [],
        viaConsole: 'undefined',
        viaArgs: 'undefined',
        viaError: 'undefined',
        names: [],
        hidden: [],
      },
    });
  });

  test('exports that are getters of the module are read as data', async () => {
    const claims = await attack({ solution: 'let n = 0; export { n as solve };' });
    expect(verdictsOf(claims)).toEqual(['RTE threw']);
  });
});

describe('what a driver returns', () => {
  const seeing = `
    const see = { configurable: true, get() { if (Object.hasOwn(this, 'seen')) this.seen = 'forged'; } };
    try { Object.defineProperty(Object.prototype, 'then', see); } catch {}
    try { Object.prototype.__defineGetter__('then', see.get); } catch {}
    class Mine { constructor(act) { act((value) => value, () => undefined); } }
    Object.defineProperty(Promise.prototype, 'constructor', { get: () => Mine, configurable: true });
    Promise.prototype.then = function (good) { good({ answer: 1, seen: 'forged' }); };
    export const solve = () => 1;`;

  test.each([
    [
      'at once',
      'export function drive(solution) { return { answer: solution.solve(), seen: "as it was" }; }',
    ],
    [
      'later',
      'export async function drive(solution) { return { answer: solution.solve(), seen: "as it was" }; }',
    ],
    [
      'after a wait',
      'export async function drive(solution) { const answer = await solution.solve(); return { answer, seen: "as it was" }; }',
    ],
  ])('%s is shown to no `then` of the solution', async (_title, source) => {
    const [claim] = await attack({ driver: { 'include/driver.ts': source }, solution: seeing });
    expect(claim?.outcome).toEqual({ kind: 'returned', output: { answer: 1, seen: 'as it was' } });
  });

  test('objects may still have a `then` of their own', async () => {
    const [claim] = await attack({
      solution: `
        class Kept { constructor() { this.then = 1; } }
        export async function solve() {
          const set = {};
          set.then = 2;
          const waited = await { then: (resolve) => resolve(3) };
          return [new Kept().then, set.then, Object.keys(set), waited];
        }`,
    });
    expect(claim?.outcome).toEqual({ kind: 'returned', output: [1, 2, ['then'], 3] });
  });
});

describe('what tfjs says of its tensors', () => {
  const driver = {
    'include/driver.ts': `
      import * as tf from '@tensorflow/tfjs';
      export function drive(solution) {
        const before = tf.memory().numTensors;
        const told = solution.solve(tf.tensor1d([1, 2, 3]));
        const kept = tf.tensor1d([4, 5]);
        return { left: tf.memory().numTensors - before, values: kept.dataSync(), most: kept.max().dataSync(), told };
      }`,
  };
  const forged = (body: string) => `
    import * as tf from '@tensorflow/tfjs';
    const attempt = (act) => { try { act(); return 'done'; } catch (error) { return error.name; } };
    const engine = tf.engine();
    export function solve(given) { ${body} }`;

  test('it counts what is made and disposed, once each', async () => {
    const [claim] = await attack({
      runtime: 'tf',
      driver,
      solution: forged(
        'tf.tidy(() => void given.square().add(1)); const t = given.mul(2); t.dispose(); t.dispose(); engine.disposeTensor(t); given.dispose();',
      ),
    });
    expect(claim?.outcome).toMatchObject({ output: { left: 1, values: new Float32Array([4, 5]) } });
  });

  test.each([
    ['memory of the engine', 'engine.memory = () => ({ numTensors: 0 })'],
    ['memory of all engines', 'Object.getPrototypeOf(engine).memory = () => ({ numTensors: 0 })'],
    ['memory, defined', "Object.defineProperty(engine, 'memory', { value: () => ({ numTensors: 0 }) })"],
    ['the state', 'engine.state = { numTensors: 0 }'],
    ['the engine', 'globalThis._tfengine = { memory: () => ({ numTensors: 0 }), readSync: () => [0] }'],
    ['the backend', 'engine.backendInstance = { memory: () => ({}) }'],
    ['reading of the engine', 'engine.readSync = () => [0]'],
    ['reading of the backend', 'engine.backend.readSync = () => [0]'],
    ['reading of the storage', 'engine.backend.data.get = () => ({ values: [0] })'],
    ['reading of tensors', 'tf.Tensor.prototype.dataSync = () => [0]'],
    ['the largest', 'tf.Tensor.prototype.max = () => tf.scalar(0)'],
  ])('%s cannot be replaced', async (_title, act) => {
    const [claim] = await attack({
      runtime: 'tf',
      driver,
      solution: forged(`return attempt(() => { ${act}; });`),
    });
    expect(claim?.outcome).toEqual({
      kind: 'returned',
      output: { left: 2, values: new Float32Array([4, 5]), most: new Float32Array([5]), told: 'TypeError' },
    });
  });

  test.each([
    ['the count set back', 'engine.state.numTensors = -5;'],
    [
      'a count that nothing changes',
      "Object.defineProperty(engine.state, 'numTensors', { get: () => 0, set() {} });",
    ],
    [
      'a key that cannot be written',
      "Object.defineProperty(Object.prototype, 'numTensors', { get: () => 0, set() {} });",
    ],
    ['one disposed again and again', 'for (let i = 0; i < 9; i += 1) engine.disposeTensor(given);'],
    ['sets that hold everything', 'WeakSet.prototype.delete = WeakSet.prototype.has = () => true;'],
  ])('%s changes nothing', async (_title, act) => {
    const [claim] = await attack({
      runtime: 'tf',
      driver,
      solution: forged(`given.mul(2); ${act} return 1;`),
    });
    const left = act.includes('dispose') ? 2 : 3;
    expect(claim?.outcome).toMatchObject({ kind: 'returned', output: { left, told: 1 } });
  });

  test('the backend that is there can be asked for, as ever, and no other', async () => {
    const [claim] = await attack({
      runtime: 'tf',
      solution: forged(
        "return (async () => [await tf.ready(), await tf.setBackend('cpu'), tf.getBackend(), await tf.setBackend('gpu').catch((e) => e.message)])();",
      ),
    });
    expect(claim?.outcome).toEqual({
      kind: 'returned',
      output: [undefined, true, 'cpu', "Backend name 'gpu' not found in registry"],
    });
  });
});

describe('data that misbehaves at the border', () => {
  test.each([
    ['a function', '{ a: [() => 1] }', 'a[0]', 'a function'],
    ['a method that JSON would call', '{ toJSON() { return 1; } }', 'toJSON', 'a function'],
    ['a symbol', '{ a: Symbol() }', 'a', 'a symbol'],
    ['a Map', '{ a: new Map() }', 'a', 'a Map'],
    ['a boxed number', '[new Number(1)]', '[0]', 'a Number'],
    ['a date', 'new Date(0)', '', 'a Date'],
    ['a promise inside', '{ a: Promise.resolve(1) }', 'a', 'a Promise'],
    ['a buffer', 'new ArrayBuffer(8)', '', 'a ArrayBuffer'],
  ])('%s cannot leave', async (...[, value, path, actual]) => {
    const [claim] = await attack({ solution: solve(`return ${value};`) });
    expect(claim?.outcome).toEqual({
      kind: 'failed',
      verdict: 'RTE',
      failure: { kind: 'not-plain', path, actual },
    });
  });

  test.each([
    ['a cycle', 'const a = {}; a.a = a; return a;'],
    ['depth 4,000', 'let a = []; for (let i = 0; i < 4000; i += 1) a = [a]; return a;'],
  ])('%s is refused', async (_title, body) => {
    expect(verdictsOf(await attack({ solution: solve(body) }))).toEqual(['RTE not-plain']);
  });

  test('odd values arrive as they are', async () => {
    const [claim] = await attack({
      solution: solve(
        "return { nan: NaN, zero: -0, none: undefined, big: 10n, text: '703', odd: 'a\\0\\ud800', sparse: [, 1], own: JSON.parse('{\"__proto__\": 1}') };",
      ),
    });
    expect(claim?.outcome).toMatchObject({
      kind: 'returned',
      output: {
        nan: Number.NaN,
        zero: -0,
        none: undefined,
        big: 10n,
        text: '703',
        odd: 'a\0\ud800',
        sparse: [undefined, 1],
      },
    });
    const output = claim?.outcome.kind === 'returned' ? claim.outcome.output : undefined;
    const own = output && typeof output === 'object' && 'own' in output ? output['own'] : undefined;
    expect(Object.getOwnPropertyNames(own)).toEqual(['__proto__']);
  });
});

test('an error text cannot carry escapes, direction marks or pages of text', async () => {
  const [claim] = await attack({
    solution:
      "export function solve() {\n  throw new RangeError('\\x1b[31mred\\u202e\\0\\ud800' + 'x'.repeat(1e5));\n}\n//# sourceURL=judge.ts",
  });
  const failure = claim?.outcome.kind === 'failed' ? claim.outcome.failure : undefined;
  expect(failure).toMatchObject({ kind: 'threw', name: 'RangeError' });
  const message = failure?.kind === 'threw' ? failure.message : '';
  expect(message).toMatch(/^red\ufffdx+…$/);
  expect(Buffer.byteLength(message)).toBeLessThanOrEqual(2048);
});
