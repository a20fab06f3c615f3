import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build, transformSync } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodePlain, type PlainData } from './plain-data.ts';
import type { Sample, SampleJob, SampleResult } from './samples.ts';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'samples-'));
  // For a browser: a module of Node's anywhere below is an error here.
  await build({
    entryPoints: [fileURLToPath(new URL('./samples.ts', import.meta.url))],
    outfile: join(folder, 'samples.mjs'),
    bundle: true,
    format: 'esm',
    platform: 'browser',
    // tfjs takes a worker of Node's for Node.
    define: { process: 'undefined' },
    logLevel: 'silent',
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

const inWorker = `
const { parentPort, workerData } = require('node:worker_threads');
let made = 0;
const host = {
  publish: (javascript) => 'data:text/javascript;base64,' + btoa(javascript + '\\n//' + ++made),
  load: (address) => import(address),
};
import(workerData.bundle).then(async ({ runSamples }) => {
  parentPort.postMessage(await Array.fromAsync(runSamples(workerData.job, host)));
});`;

async function run(
  solution: string,
  runtime: SampleJob['runtime'],
  samples: Sample[],
): Promise<SampleResult[]> {
  const driver = { 'include/driver.ts': 'export const drive = (solution, args) => solution.solve(args);' };
  const job: SampleJob = { runtime, driver, solution, samples, limits: { outputKiB: 64 } };
  const bundle = pathToFileURL(join(folder, 'samples.mjs')).href;
  const worker = new Worker(inWorker, { eval: true, workerData: { bundle, job } });
  try {
    return await new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
  } finally {
    await worker.terminate();
  }
}

const sample = (args: PlainData, expected: PlainData): Sample => ({
  name: 'sample/1',
  args: encodePlain(args),
  expected: encodePlain(expected),
  tolerance: { default: { kind: 'exact' }, fields: {} },
});

test('what was thrown is told with its line in the solution, whatever the solution calls itself', async () => {
  const source =
    "export function solve() {\n  throw new RangeError('too small');\n}\n//# sourceURL=elsewhere.ts:7:7";
  const [result] = await run(source, 'plain', [sample(1, 1)]);
  expect(result).toMatchObject({ verdict: 'RTE', failure: { kind: 'threw', line: 2, column: 9 } });
});

test('what was thrown is told with the line of the editor, where types took lines with them', async () => {
  const source = 'type A = {\n  x: 1;\n};\n\nexport function solve(): A {\n  throw new Error();\n}';
  const { code } = transformSync(source, { loader: 'ts', sourcemap: 'inline' });
  const [result] = await run(code, 'plain', [sample(1, 1)]);
  expect(result).toMatchObject({ failure: { kind: 'threw', line: 6, column: 9 } });
});

test('tfjs is there with its chained operations, and every sample starts without tensors', async () => {
  const source = `import tfjs, * as tf from '@tensorflow/tfjs';
export const solve = (x) => {
  tfjs.variable(tf.zeros([1]), true, 'mine');
  const { numTensors } = tf.memory();
  return [numTensors, tf.tensor([x, 1]).add(1).dataSync()];
};`;
  const samples = [2, 3].map((x) => sample(x, [2, new Float32Array([x + 1, 2])]));
  const results = await run(source, 'tf', samples);
  expect(results.map(({ verdict, failure }) => failure ?? verdict)).toEqual(['AC', 'AC']);
});
