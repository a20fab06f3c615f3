import { expect, test } from 'vitest';
import type { ToleranceRules } from '#content/problem.ts';
import { encodePlain, type PlainData } from './plain-data.ts';
import { type ModuleHost, runSamples, type Sample, type SampleJob } from './samples.ts';

// As a worker does it, with data: in place of blob: addresses. Those repeat, so each is made another one.
let made = 0;
const host: ModuleHost = {
  publish: (javascript) => {
    made += 1;
    return `data:text/javascript;base64,${btoa(unescape(encodeURIComponent(`${javascript}\n//${made}`)))}`;
  },
  load: (address) => import(address),
};

const exact: ToleranceRules = { default: { kind: 'exact' }, fields: {} };
const sample = (args: PlainData, expected: PlainData, name = 'sample/1'): Sample => ({
  name,
  args: encodePlain(args),
  expected: encodePlain(expected),
  tolerance: exact,
});

const driver = {
  'include/driver.ts':
    "import { call } from './parts/call.ts';\nimport { } from './signature.ts';\nexport const drive = (solution, args) => call(solution.solve, args);",
  'include/parts/call.ts': 'export const call = (f, x) => f(x);',
};

async function run(solution: string, samples = [sample(2, 4)], changes: Partial<SampleJob> = {}) {
  const job: SampleJob = {
    runtime: 'plain',
    driver,
    solution,
    samples,
    limits: { outputKiB: 64 },
    ...changes,
  };
  return Array.fromAsync(runSamples(job, host));
}
const runOne = async (solution: string, samples?: Sample[], changes?: Partial<SampleJob>) =>
  (await run(solution, samples, changes))[0];

test('a right answer is accepted, a wrong one is told with its difference', async () => {
  const results = await run('export const solve = async (x) => x * 2;', [sample(2, 4), sample(3, 9)]);
  expect(results[0]).toMatchObject({ verdict: 'AC', failure: null, output: '4' });
  expect(results[1]).toMatchObject({
    verdict: 'WA',
    failure: { kind: 'values', worst: [{ expected: '9', actual: '6', difference: '3' }] },
  });
});

test('what the solution throws is told', async () => {
  expect(await runOne("export const solve = () => { throw new RangeError('too small'); };")).toMatchObject({
    verdict: 'RTE',
    failure: { kind: 'threw', name: 'RangeError', message: 'too small' },
  });
  expect(await runOne("export const solve = () => { throw 'a text'; };")).toMatchObject({
    failure: { kind: 'threw', name: 'Error', message: 'string thrown: a text' },
  });
});

test('a solution that fails while it is loaded fails its samples, not the page', async () => {
  const reasons = [
    'null.x;',
    'export const solve = (;',
    "import fs from 'node:fs';",
    'export const other = 1;',
  ];
  for (const source of reasons) {
    expect(await runOne(source)).toMatchObject({ verdict: 'RTE', failure: { kind: 'threw' } });
  }
  expect(await runOne("import * as tf from '@tensorflow/tfjs';")).toMatchObject({
    failure: { message: "cannot import '@tensorflow/tfjs': only ./signature.ts can be imported here" },
  });
});

test('a driver that does not load is our fault', async () => {
  const broken: Record<string, string>[] = [
    {},
    { 'include/driver.ts': 'export const other = 1;' },
    { 'include/driver.ts': "import './gone.ts';" },
    { 'include/driver.ts': "import './driver.ts';" },
  ];
  for (const modules of broken) {
    const result = await runOne('export const solve = (x) => x;', undefined, { driver: modules });
    expect(result).toMatchObject({ verdict: 'JE', failure: { kind: 'judge' } });
  }
});

test('what is printed is kept with its sample, and the page’s own console comes back', async () => {
  const own = globalThis.console;
  const results = await run(
    "export function solve(x) { console.log('x is', x, { y: 1n }); console.error([-0]); return 4; }",
    [sample(2, 4), sample(3, 4)],
  );
  expect(results.map(({ console }) => console)).toEqual([
    'x is 2 { y: 1n }\n[-0]\n',
    'x is 3 { y: 1n }\n[-0]\n',
  ]);
  expect(globalThis.console).toBe(own);
});

test('printing or returning without end is stopped at the limit', async () => {
  const printing =
    "export function solve() { try { for (;;) console.log('x'.repeat(1000)); } catch {} return 4; }";
  const limits = { outputKiB: 8 };
  expect(await runOne(printing, undefined, { limits })).toMatchObject({
    verdict: 'OLE',
    failure: { kind: 'output', what: 'console', limitKiB: 8 },
  });
  expect(await runOne("export const solve = () => 'x'.repeat(9000);", undefined, { limits })).toMatchObject({
    verdict: 'OLE',
    failure: { kind: 'output', what: 'result' },
    output: null,
  });
});

test.each([
  ['{ a: () => 1 }', 'a', 'a function'],
  ['[1, Symbol()]', '[1]', 'a symbol'],
  ["new Map([['a', 1]])", '', 'a Map'],
  ['{ a: { then: 1, b: new Date(0) } }', 'a.b', 'a Date'],
])('%s cannot be returned, and it says where', async (value, path, actual) => {
  expect(await runOne(`export const solve = () => (${value});`)).toMatchObject({
    verdict: 'RTE',
    failure: { kind: 'not-plain', path, actual },
  });
});

test('nothing passes by saying something else when it is read again', async () => {
  const twice =
    'let reads = 0;\nexport const solve = () => ({ get a() { reads += 1; return reads === 1 ? 1 : 2; } });';
  expect((await runOne(twice, [sample(1, { a: 1 })]))?.output).toBe('{"a":1}');
});

test('a sample finds nothing of the one before it: modules, tensors and chance begin anew', async () => {
  const counting = 'let calls = 0;\nexport const solve = () => { calls += 1; return calls; };';
  expect((await run(counting, [sample(1, 1), sample(1, 1)])).map(({ verdict }) => verdict)).toEqual([
    'AC',
    'AC',
  ]);
  const random = 'export const solve = () => Math.random();';
  const once = await run(random, [sample(1, 0), sample(1, 0)]);
  const again = await run(random, [sample(1, 0), sample(1, 0)]);
  expect(once.map(({ output }) => output)).toEqual(again.map(({ output }) => output));
  expect(once[0]?.output).not.toBe(once[1]?.output);
  expect(Math.random()).not.toBe(Math.random());
});
