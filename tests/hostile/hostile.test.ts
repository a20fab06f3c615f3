/** Every attack of the corpus against the whole judge, each followed by an honest solution that must be served. */
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Runtime } from '#content/problem.ts';
import { grade } from '#judge/grade.ts';
import type { Verdict } from '#judge/verdict.ts';
import { leftProcesses } from '#tests/harness/sandbox.ts';
import { openTestStations } from '#tests/harness/stations.ts';
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

type Stations = Awaited<ReturnType<typeof openTestStations>>;
let stations: Stations;
let temporary: string;
let before: { residentMiB: number; namespaces: number; mounts: number };
const usual: Partial<Record<Runtime, number>> = {};

beforeAll(async () => {
  temporary = mkdtempSync(join(tmpdir(), 'whetstone-hostile-'));
  vi.stubEnv('TMPDIR', temporary);
  const namespaces = countNamespaces();
  const mounts = countMounts();
  stations = await openTestStations();
  for (const runtime of ['plain', 'tf'] as const) {
    const times: number[] = [];
    for (let i = 0; i < 5; i += 1) times.push((await gradeOne(good[runtime], runtime)).cpuMs);
    usual[runtime] = Math.max(...times);
  }
  before = { residentMiB: residentMiB(), namespaces, mounts };
});

afterAll(async () => {
  const after = residentMiB();
  await stations.close();
  expect(leftProcesses()).toEqual([]);
  // The kernel may take a moment after the death of the last process.
  await vi.waitFor(() => expect(leftCgroups()).toEqual([]), 5000);
  expect(readdirSync(temporary)).toEqual([]);
  expect(countMounts()).toBe(before.mounts);
  expect(countNamespaces()).toBe(before.namespaces);
  expect(after - before.residentMiB).toBeLessThan(50);
  vi.unstubAllEnvs();
  rmSync(temporary, { recursive: true, force: true });
});

test.each(attacks)('$name', async ({ source, runtime, verdicts }) => {
  const verdict = await gradeOne(source, runtime);
  expect(verdicts).toContain(verdict.verdict);
  expect(verdict.score).toBe(0);
  expect(
    wordsOf(verdict).filter(
      (text) => /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/u.test(text) || !text.isWellFormed(),
    ),
  ).toEqual([]);
  const honest = await gradeOne(good[runtime], runtime);
  expect(honest.verdict).toBe('AC');
  // The sandbox is another process: what is left of an attack would show as time of many times the usual.
  expect(honest.cpuMs / Math.max(10, usual[runtime] ?? 0)).toBeLessThan(10);
});

function gradeOne(source: string, runtime: Runtime): Promise<Verdict> {
  const listener = { status: () => undefined, test: () => undefined };
  return grade({ source, problem: problems[runtime] }, stations, listener);
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

function leftCgroups(): string[] {
  const ours = new RegExp(`^whetstone-${process.pid}-`);
  return ['/sys/fs/cgroup', '/sys/fs/cgroup/memory', '/sys/fs/cgroup/pids'].flatMap((folder) => {
    try {
      return readdirSync(folder).filter((name) => ours.test(name));
    } catch {
      return [];
    }
  });
}
