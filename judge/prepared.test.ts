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

test('a mistake that ran out of time, as on a busy machine, is tried again before what it answers is kept', async () => {
  const mistake = read.submissions.find(({ misconception }) => misconception !== null);
  if (!mistake) throw new Error('prune has no mistake');
  let runs = 0;
  const late = {
    kind: 'failed',
    verdict: 'TLE',
    failure: { kind: 'time', clock: 'wall', limitMs: 1 },
  } as const;
  async function* run() {
    runs += 1;
    const outcome = runs === 1 ? late : ({ kind: 'returned', output: 'wrong' } as const);
    yield { index: 0, outcome, cpuMs: 1, memoryKiB: 1, console: '' };
  }
  const made = stations('webgpu');
  const compile = async () => ({ kind: 'compiled', javascript: '' }) as const;
  const { problem } = await findOrPrepare(
    { ...pkg, submissions: [mistake], groups: pkg.groups.map((group) => ({ ...group, sample: false })) },
    async () => ({ ...made, compiler: { ...made.compiler, compile }, sandboxes: { ...made.sandboxes, run } }),
    { cacheDir },
  );
  expect(runs).toBe(2);
  expect(Object.values(problem.misconceptions[0]?.outputs ?? {})).toEqual(['wrong']);
});
