/** Submissions run in real sandboxes, for tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Limits, Runtime } from '#content/problem.ts';
import {
  openSandboxPool,
  type RunRequest,
  type SandboxPool,
  type TestClaim,
  type WatchedPool,
} from '#judge/sandbox.ts';

export const limits: Limits = { timeMs: 400, wallMs: 8000, memoryMiB: 64, outputKiB: 256, codeKiB: 128 };

const driver = {
  'include/driver.ts': 'export function drive(solution, args) { return solution.solve(args); }',
};

export type Submission = Partial<Omit<RunRequest, 'tests'>> & {
  solution: string;
  args?: RunRequest['tests'][number]['args'][];
};

export async function runAll(pool: SandboxPool, submission: Submission): Promise<TestClaim[]> {
  const { args = [{ n: 41 }], ...rest } = submission;
  const tests = args.map((value) => ({ args: value }));
  const request = { runtime: 'plain' as Runtime, driver, limits, seed: 1, tests, ...rest };
  const claims: TestClaim[] = [];
  for await (const claim of pool.run(request)) claims.push(claim);
  return claims;
}

/** `returned`, or the verdict with the kind of failure: `RTE threw`. */
export function verdictsOf(claims: TestClaim[]): string[] {
  return claims.map(({ outcome }) =>
    outcome.kind === 'returned' ? 'returned' : `${outcome.verdict} ${outcome.failure.kind}`,
  );
}

export function openTestPool(warm: readonly Runtime[] = ['plain']): Promise<WatchedPool> {
  return openSandboxPool({ size: 1, weakSandbox: false, warm });
}

/** Processes right below this one, by their ids. */
export function childProcesses(): string[] {
  return readdirSync('/proc/self/task')
    .flatMap((thread) => read(`/proc/self/task/${thread}/children`).split(' '))
    .filter(Boolean);
}

/** Those that a sandbox has left, by name. */
export function leftProcesses(): string[] {
  return childProcesses()
    .map((pid) => read(`/proc/${pid}/comm`).trim())
    .filter((name) => name === 'bwrap' || name === 'prlimit');
}

/** Control groups that sandboxes of this process have left, wherever one may stand: at the root, or in or beside our own. */
export function leftCgroups(): string[] {
  const ours = new RegExp(`^whetstone-${process.pid}-`);
  const places = read('/proc/self/cgroup')
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [, controllers = '', own = '/'] = line.split(':');
      const mounts = ['', ...controllers.split(',')].map((name) => join('/sys/fs/cgroup', name));
      return mounts.flatMap((mount) => [mount, join(mount, own), join(mount, dirname(own))]);
    });
  return [...new Set(places)].flatMap((folder) =>
    list(folder)
      .filter((name) => ours.test(name))
      .map((name) => join(folder, name)),
  );
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
