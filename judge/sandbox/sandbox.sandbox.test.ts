/** What an honest submission finds in the sandbox. */
import { mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  childProcesses,
  leftProcesses,
  limits,
  openTestPool,
  runAll,
  verdictsOf,
} from '#tests/harness/sandbox.ts';
import { openSandboxPool, type WatchedPool } from '../sandbox.ts';

const tfLimits = { ...limits, timeMs: 10_000, wallMs: 30_000, memoryMiB: 512 };
/** Where memory is what is tried: filling it has taken ten times the CPU, 700 ms for 70, on a busy machine. */
const patient = { ...limits, timeMs: 20_000, wallMs: 40_000 };

let pool: WatchedPool;
beforeAll(async () => {
  pool = await openTestPool();
});
afterAll(async () => {
  await pool.close();
  expect(leftProcesses()).toEqual([]);
});

function outputs(claims: Awaited<ReturnType<typeof runAll>>) {
  return claims.map(({ outcome }) => (outcome.kind === 'returned' ? outcome.output : outcome.failure));
}

test('each test gets its own arguments, in order, whatever their types', async () => {
  const claims = await runAll(pool, {
    solution: 'export const solve = async (a) => { await null; return { a, type: a?.constructor?.name }; };',
    args: [new Float32Array([1, Number.NaN]), -0, undefined, 10n, { deep: [new Int8Array([-1])] }],
  });
  expect(outputs(claims)).toEqual([
    { a: new Float32Array([1, Number.NaN]), type: 'Float32Array' },
    { a: -0, type: 'Number' },
    { a: undefined, type: undefined },
    { a: 10n, type: 'BigInt' },
    { a: { deep: [new Int8Array([-1])] }, type: 'Object' },
  ]);
});

test('Math.random repeats itself for a test and differs between tests and seeds', async () => {
  const solution = 'export const solve = () => [Math.random(), Math.random()];';
  const [first, again, other] = await Promise.all([
    runAll(pool, { solution, args: [0, 0] }),
    runAll(pool, { solution, args: [0, 0] }),
    runAll(pool, { solution, args: [0, 0], seed: 2 }),
  ]);
  expect(outputs(first)).toEqual(outputs(again));
  const drawn = [...outputs(first), ...outputs(other)].flatMap((pair) => (Array.isArray(pair) ? pair : []));
  expect(new Set(drawn).size).toBe(8);
  expect(drawn.every((x) => typeof x === 'number' && x >= 0 && x < 1)).toBe(true);
});

test('the driver is evaluated before the solution and may import files of its own', async () => {
  const [claim] = await runAll(pool, {
    driver: {
      'include/driver.ts':
        "import { twice } from './lib/twice.ts'; import './signature.ts'; const { max } = Math; export const drive = (s, a) => max(twice(s.solve(a)), 0);",
      'include/lib/twice.ts': 'export const twice = (x) => 2 * x;',
    },
    solution:
      "import {} from './signature.ts'; Math.max = () => 'forged'; export const solve = ({ n }) => n;",
  });
  expect(claim?.outcome).toEqual({ kind: 'returned', output: 82 });
});

test.each([
  ['has no drive', { 'include/driver.ts': 'export const run = 1;' }],
  ['does not parse', { 'include/driver.ts': 'export function' }],
  ['throws', { 'include/driver.ts': "throw new Error('author')" }],
  ['imports what is not there', { 'include/driver.ts': "import './none.ts'; export const drive = () => 1;" }],
  ['is missing', {}],
])('a driver that %s is the problem’s fault, not a verdict', async (_title, driver) => {
  await expect(runAll(pool, { driver, solution: 'export const solve = () => 1;' })).rejects.toMatchObject({
    code: 'DRIVER_BROKEN',
  });
});

test('an error is told with its line and column in the solution', async () => {
  const [claim] = await runAll(pool, {
    solution:
      "const check = (n) => {\n  throw new RangeError(n + ' is too much');\n};\nexport const solve = ({ n }) => check(n);",
  });
  expect(claim?.outcome).toEqual({
    kind: 'failed',
    verdict: 'RTE',
    failure: { kind: 'threw', name: 'RangeError', message: '41 is too much', line: 2, column: 9 },
  });
});

test('a failing test does not end the run, a killed one does', async () => {
  const solution =
    "export const solve = ({ n }) => { if (n === 2) throw new Error('two'); while (n === 4); return n; };";
  const args = [1, 2, 3, 4, 5].map((n) => ({ n }));
  expect(verdictsOf(await runAll(pool, { solution, args }))).toEqual([
    'returned',
    'RTE threw',
    'returned',
    'TLE time',
  ]);
});

test('three hundred tests leave no memory behind them', async () => {
  const claims = await runAll(pool, {
    solution: 'export const solve = () => new Float64Array(1e5).length;',
    args: Array.from({ length: 300 }, () => 0),
  });
  expect(new Set(verdictsOf(claims))).toEqual(new Set(['returned']));
  expect(claims).toHaveLength(300);
});

test('what is made ahead does not count against a solution', async () => {
  const solution = `let kept = [];
    export const solve = (n) => { for (let i = 0; i < n; i += 1) kept.push({ i }); return kept.length; };`;
  const args = [1e6, ...Array.from({ length: 127 }, () => 1)];
  // The second is handed to a guest that had time for as many realms.
  for (let run = 0; run < 2; run += 1) {
    const claims = await runAll(pool, { solution, args, limits: patient });
    expect(verdictsOf(claims)).toEqual(args.map(() => 'returned'));
  }
});

test('what a solution may hold is the same whoever came before, and garbage is not held', async () => {
  // Half a million numbers are four mebibytes.
  const holding = `const kept = [];
    export const solve = (times) => { for (let i = 0; i < times; i += 1) kept.push(Array(2 ** 19).fill(i + 0.5)); return kept.length; };`;
  const wasting = `export const solve = (times) => { let sum = 0; for (let i = 0; i < times; i += 1) sum += Array(2 ** 19).fill(i + 0.5).length; return sum; };`;
  const afterTests = async (before: number, solution: string, times: number) => {
    await runAll(pool, { solution: 'export const solve = () => 0;', args: Array(before).fill(0) });
    await expect.poll(() => pool.state().plain.warm).toBe(1);
    return verdictsOf(await runAll(pool, { solution, args: [times], limits: patient }));
  };
  for (const before of [1, 127]) {
    expect(await afterTests(before, holding, 14)).toEqual(['returned']);
    expect(await afterTests(before, holding, 18)).toEqual(['MLE memory']);
    expect(await afterTests(before, wasting, 60)).toEqual(['returned']);
  }
});

test('what earlier tests held does not count against a later one', async () => {
  const solution = `const kept = [];
    export const solve = (times) => { for (let i = 0; i < times; i += 1) kept.push(Array(2 ** 19).fill(i + 0.5)); return kept.length; };`;
  const args = [3, 3, 3, 3, 3, 13, 3, 3, 13];
  const claims = await runAll(pool, { solution, args, limits: patient });
  expect(outputs(claims)).toEqual(args);
});

test('a caller who looks away early leaves no process', async () => {
  const tests = [{ args: 1 }, { args: 2 }, { args: 3 }];
  const driver = { 'include/driver.ts': 'export const drive = (s, a) => s.solve(a);' };
  const solution = 'export const solve = (n) => n;';
  for await (const claim of pool.run({ runtime: 'plain', driver, solution, limits, seed: 1, tests })) {
    expect(claim.index).toBe(0);
    break;
  }
  expect(outputs(await runAll(pool, { solution, args: [5] }))).toEqual([5]);
});

test('the process that served one submission is gone before the next one is served, by another', async () => {
  const solution =
    'export const solve = () => { globalThis.seen = (globalThis.seen ?? 0) + 1; return seen; };';
  const before = new Set(childProcesses());
  const one = await openSandboxPool({ size: 1, weakSandbox: false, warm: ['plain'] });
  const guests = () => childProcesses().filter((pid) => !before.has(pid));
  const served = new Set<string>();
  try {
    for (let submission = 1; submission <= 3; submission += 1) {
      await expect.poll(() => one.state().plain.warm).toBe(1);
      const [serving = '', ...others] = guests();
      expect(others).toEqual([]);
      served.add(serving);
      expect(outputs(await runAll(one, { solution, args: [0, 0] }))).toEqual([1, 1]);
      await expect.poll(() => guests().includes(serving)).toBe(false);
      expect(served.size).toBe(submission);
    }
  } finally {
    await one.close();
  }
});

test('tfjs trains a model, leaks nothing between tests and repeats itself', async () => {
  const solution = `
    import * as tf from '@tensorflow/tfjs';
    export async function solve() {
      const before = tf.memory().numTensors;
      const model = tf.sequential({ layers: [
        tf.layers.dense({ units: 50, inputShape: [10], activation: 'relu' }), tf.layers.dense({ units: 3 })] });
      model.compile({ optimizer: tf.train.adam(0.05), loss: 'meanSquaredError' });
      const [x, y] = tf.tidy(() => { const x = tf.randomNormal([64, 10]); return [x, x.slice([0, 0], [64, 3])]; });
      const { history } = await model.fit(x, y, { epochs: 5, verbose: 0 });
      await tf.nextFrame();
      const gradient = tf.tidy(() => tf.grad((v) => v.square().sum())(tf.tensor1d([1, 2])).dataSync());
      return { before, parameters: model.countParams(), losses: history.loss, gradient, timers: typeof setTimeout };
    }`;
  const run = () => runAll(pool, { runtime: 'tf', limits: tfLimits, solution, args: [0, 0] });
  const [first, second] = [outputs(await run()), outputs(await run())];
  expect(first).toMatchObject([
    { before: 0, parameters: 703, gradient: new Float32Array([2, 4]), timers: 'undefined' },
    { before: 0, parameters: 703 },
  ]);
  expect(first).toEqual(second);
  expect(first[0]).not.toEqual(first[1]);
  const [one] = first;
  const losses =
    one && typeof one === 'object' && 'losses' in one && Array.isArray(one['losses']) ? one['losses'] : [];
  expect(losses).toHaveLength(5);
  expect(Number(losses[4])).toBeLessThan(Number(losses[0]));
});

test('tfjs is there in tf problems only', async () => {
  const solution =
    "import * as tf from '@tensorflow/tfjs'; export const solve = () => tf.scalar(1).dataSync()[0];";
  expect(verdictsOf(await runAll(pool, { solution }))).toEqual(['RTE threw']);
  expect(outputs(await runAll(pool, { solution, runtime: 'tf', limits: tfLimits }))).toEqual([1]);
});

test('a snapshot of tfjs that a power cut has cut short is made anew', async () => {
  const cacheDir = mkdtempSync(join(tmpdir(), 'snapshot-'));
  const open = () => openSandboxPool({ size: 1, weakSandbox: false, warm: ['tf'], cacheDir });
  try {
    await (await open()).close();
    const [name = ''] = readdirSync(cacheDir).filter((file) => file.endsWith('.snapshot'));
    truncateSync(join(cacheDir, name), 1_000_000);
    const again = await open();
    const solution =
      "import * as tf from '@tensorflow/tfjs'; export const solve = () => tf.scalar(1).dataSync()[0];";
    expect(outputs(await runAll(again, { solution, runtime: 'tf', limits: tfLimits }))).toEqual([1]);
    await again.close();
  } finally {
    rmSync(cacheDir, { recursive: true });
  }
});

test('a submission that has two sandboxes gets the same chance, and its first death ends both', async () => {
  const three = await openSandboxPool({ size: 3, weakSandbox: false, warm: ['plain'] });
  const args = Array.from({ length: 20 }, (_, n) => n);
  const solution = `export const solve = (n) => {
    if (n === 12) 'a'.repeat(2 ** 27).split('');
    return Math.random();
  };`;
  try {
    await expect.poll(() => three.state().plain.warm).toBe(3);
    const running = runAll(three, { solution, args, limits: patient });
    await expect.poll(() => three.state().plain.inUse).toBe(2);
    const claims = await running;
    expect(claims.map(({ index }) => index)).toEqual(args.slice(0, 13));
    expect(outputs(claims)).toEqual(outputs(await runAll(pool, { solution, args, limits: patient })));
  } finally {
    await three.close();
  }
});
