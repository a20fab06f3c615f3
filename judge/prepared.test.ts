import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readProblem } from '#content/read-problem.ts';
import type { BackendName } from './backend.ts';
import type { Stations } from './grade.ts';
import { findOrPrepare } from './prepared.ts';

const read = await readProblem(fileURLToPath(new URL('../content/problems/prune', import.meta.url)));
const [sample] = read.groups;
const [first] = sample?.cases ?? [];
if (!sample || !first) throw new Error('prune has no sample');
const pkg = { ...read, submissions: [], groups: [{ ...sample, cases: [first] }] };

let cacheDir: string;
beforeEach(() => {
  cacheDir = mkdtempSync(join(tmpdir(), 'whetstone-prepared-'));
});
afterEach(() => rmSync(cacheDir, { recursive: true }));

const nobody = () => Promise.reject(new Error('not asked for'));

/** An engine that answers with its backend's name, and loses its device where `lose` says so. */
function stations(name: BackendName, lose: (call: number) => boolean = () => false): Stations {
  let current = name;
  let calls = 0;
  const reference = {
    get backend() {
      return { name: current, device: 'made up' };
    },
    conformance: async () => ({ backend: current, device: 'made up', rows: [], ms: 0 }),
    generate: async () => ({ args: [1], heldOut: undefined }),
    reference: async () => {
      calls += 1;
      if (lose(calls)) current = 'cpu';
      return current;
    },
    measure: nobody,
    validate: nobody,
    passedOver: () => [],
    second: async () => reference,
    close: async () => undefined,
  };
  return {
    compiler: { compile: nobody, edits: nobody, close: async () => undefined },
    sandboxes: { run: () => unused(), close: async () => undefined },
    reference,
  };
}

async function* unused(): AsyncGenerator<never> {}

test('what was computed is found again, with the backend and the device that computed it', async () => {
  const prepared = await findOrPrepare(pkg, async () => stations('webgpu'), { cacheDir });
  expect(prepared.computedBy).toBe('webgpu · made up');
  expect(await findOrPrepare(pkg, nobody, { cacheDir })).toEqual(prepared);
  expect(await findOrPrepare(pkg, nobody, { cacheDir, backend: 'webgpu' })).toEqual(prepared);
});

test('where a backend is asked for by name, what another has computed will not do', async () => {
  await findOrPrepare(pkg, async () => stations('webgpu'), { cacheDir });
  const open = vi.fn(async () => stations('wasm'));
  const { problem, computedBy } = await findOrPrepare(pkg, open, { cacheDir, backend: 'wasm' });
  expect(computedBy).toBe('wasm · made up');
  expect(problem.groups[0]?.tests[0]?.expected).toBe('wasm');
});

test('a package whose device was lost on the way is prepared again, as a whole on one backend', async () => {
  // Lost in the second opinion, so the first run had the expected output of the device that is gone.
  const engine = stations('webgpu', (call) => call === 2);
  const tolerance = { default: { kind: 'structure' as const }, fields: {} };
  const lenient = { ...pkg, groups: pkg.groups.map((group) => ({ ...group, tolerance })) };
  const { problem, computedBy } = await findOrPrepare(lenient, async () => engine, { cacheDir });
  expect(computedBy).toBe('cpu · made up');
  expect(problem.groups[0]?.tests[0]?.expected).toBe('cpu');
});
