/** Every attack of the corpus against the whole judge, each followed by an honest solution that must be served. */
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Runtime } from '#content/problem.ts';
import type { GradableProblem } from '#judge/gradable-problem.ts';
import { grade } from '#judge/grade.ts';
import type { Verdict } from '#judge/verdict.ts';
import { leftCgroups, leftProcesses } from '#tests/harness/sandbox.ts';
import { openTestStations, type TestStations } from '#tests/harness/stations.ts';
import { wholeCorpus } from './config.ts';
import { readCorpus } from './corpus.ts';
import { good, problems } from './problems.ts';

const corpus = readCorpus();
const perKind = 2;
// A fixed sample: the first of each point and runtime.
const attacks = wholeCorpus
  ? corpus
  : corpus.filter(
      (attack) =>
        corpus
          .filter(({ point, runtime }) => point === attack.point && runtime === attack.runtime)
          .indexOf(attack) < perKind,
    );

let stations: TestStations;
let temporary: string;
let before: { residentMiB: number; namespaces: number; mounts: number; sandboxes: string[] };
/** How long the last good submissions took, milliseconds from the source to the verdict. */
const lately: Record<Runtime, number[]> = { plain: [], tf: [] };

beforeAll(async () => {
  temporary = mkdtempSync(join(tmpdir(), 'whetstone-hostile-'));
  vi.stubEnv('TMPDIR', temporary);
  const mounts = countMounts();
  stations = await openTestStations();
  for (const runtime of ['plain', 'tf'] as const)
    for (let i = 0; i < kept; i += 1) lately[runtime].push(await serveGood(runtime));
  await settled();
  before = {
    residentMiB: residentMiB(),
    mounts,
    namespaces: countNamespaces(),
    sandboxes: leftProcesses(),
  };
});

afterAll(async () => {
  const after = residentMiB();
  // Before they are closed, which would end whatever is left.
  await settled();
  const { plain, tf } = stations.sandboxes.state();
  expect([plain, tf]).toEqual([plain, tf].map(() => ({ warm: 1, starting: 0, inUse: 0 })));
  // What was killed may take a moment to go, and what comes in its place to be there.
  await vi.waitFor(() => expect(stations.compiler.state()).toEqual({ alive: 1, busy: 0 }), 20_000);
  await vi.waitFor(() => expect(leftProcesses()).toEqual(before.sandboxes), 20_000);
  await vi.waitFor(() => expect(countNamespaces()).toBe(before.namespaces), 20_000);
  await stations.close();
  expect(leftProcesses()).toEqual([]);
  // The kernel may take a moment after the death of the last process.
  await vi.waitFor(() => expect(leftCgroups()).toEqual([]), 20_000);
  expect(readdirSync(temporary)).toEqual([]);
  expect(countMounts()).toBe(before.mounts);
  expect(countNamespaces()).toBe(0);
  expect(after - before.residentMiB).toBeLessThan(50);
  vi.unstubAllEnvs();
  rmSync(temporary, { recursive: true, force: true });
});

test.each(attacks)('$name', async ({ source, runtime, verdicts }) => {
  const problem = verdicts.includes('TLE') ? problems[runtime] : patient(problems[runtime]);
  const verdict = await gradeOne(source, problem);
  expect(verdicts).toContain(verdict.verdict);
  expect(verdict.score).toBe(0);
  expect(
    wordsOf(verdict).filter(
      (text) => /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/u.test(text) || !text.isWellFormed(),
    ),
  ).toEqual([]);
  await expectUsualSpeed(runtime);
});

/** How many of the last good submissions tell the usual time. */
const kept = 5;
/** Far more than noise, and less than what waits for somebody else's process, lock or memory. */
const slower = { times: 5, atLeastMs: 300 };
const mostOf = (usual: number) => Math.max(slower.times * usual, usual + slower.atLeastMs);

/** A good submission takes no more than the ones before it: a ratio within this run, and the best of three. */
async function expectUsualSpeed(runtime: Runtime): Promise<void> {
  const recent = lately[runtime];
  const most = mostOf(median(recent));
  let best = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 3 && best > most; attempt += 1)
    best = Math.min(best, await serveGood(runtime));
  // Or the machine has something else to do all at once.
  if (best > most) best = await expectSpeedOfUnattacked(runtime);
  recent.push(best);
  recent.splice(0, recent.length - kept);
}

/** No more than one takes, in turn with it, where nothing was ever attacked. */
async function expectSpeedOfUnattacked(runtime: Runtime): Promise<number> {
  const unattacked = await openTestStations();
  const [here, there]: [number[], number[]] = [[], []];
  for (let i = 0; i < kept; i += 1) {
    here.push(await serveGood(runtime));
    there.push(await serveGood(runtime, unattacked));
  }
  await unattacked.close();
  expect(Math.min(...here)).toBeLessThanOrEqual(mostOf(median(there)));
  return Math.min(...here);
}

async function serveGood(runtime: Runtime, at = stations): Promise<number> {
  const started = performance.now();
  const { verdict } = await gradeOne(good[runtime], problems[runtime], at);
  expect(verdict).toBe('AC');
  return performance.now() - started;
}

function median(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

/** Until the pool has started what takes the place of the guests that were used. */
async function settled(): Promise<void> {
  const starting = () => Object.values(stations.sandboxes.state()).map((state) => state.starting);
  await vi.waitFor(() => expect(starting()).toEqual([0, 0]), 20_000);
}

function gradeOne(source: string, problem: GradableProblem, at = stations): Promise<Verdict> {
  const listener = { status: () => undefined, test: () => undefined };
  return grade({ source, problem }, at, listener);
}

/** For what must not end by its time: on a busy machine to fill the memory has taken three quarters of it. */
function patient(problem: GradableProblem): GradableProblem {
  return { ...problem, limits: { ...problem.limits, timeMs: 5000, wallMs: 20_000 } };
}

/** Every text of a verdict, keys included. */
function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...wordsOf(inner)]);
}

function residentMiB(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage.rss() / 2 ** 20;
}

function countMounts(): number {
  return readFileSync('/proc/self/mountinfo', 'utf8').split('\n').length;
}

/** Distinct namespaces that processes below this one live in, other than our own. */
function countNamespaces(): number {
  const found = new Set<string>();
  for (const pid of below('self')) {
    for (const kind of ['pid', 'mnt', 'net', 'user', 'ipc']) {
      try {
        const namespace = readlinkSync(`/proc/${pid}/ns/${kind}`);
        if (namespace !== readlinkSync(`/proc/self/ns/${kind}`)) found.add(namespace);
      } catch {
        // Gone meanwhile.
      }
    }
  }
  return found.size;
}

function below(pid: string): string[] {
  try {
    const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean),
    );
    return children.flatMap((child) => [child, ...below(child)]);
  } catch {
    return [];
  }
}
