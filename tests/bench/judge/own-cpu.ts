/** A solution's own CPU time in the sandbox, against the same code in bare Node. */
import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { cacheFolder } from '#bin/stations.ts';
import { openSandboxPool, type RunRequest, type WatchedPool } from '#judge/sandbox.ts';

/** Multiplies two matrices of n × n again and again: floating point, arrays, nothing of the host's. */
const work = `export function work(n) {
  const a = Float64Array.from({ length: n * n }, (_, i) => Math.sin(i));
  const c = new Float64Array(n * n);
  for (let round = 0; round < 4; round++)
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        let sum = 0;
        for (let k = 0; k < n; k++) sum += a[i * n + k] * a[k * n + j];
        c[i * n + j] += sum;
      }
  return c[n + 1];
}`;
const size = 256;
const bare = `${work.replace('export ', '')}
const before = process.cpuUsage(); work(${size}); const { user, system } = process.cpuUsage(before);
console.log((user + system) / 1000);`;

const request: RunRequest = {
  runtime: 'plain',
  driver: { 'include/driver.ts': 'export function drive(solution, { n }) { return solution.work(n); }' },
  solution: work,
  limits: { timeMs: 10_000, wallMs: 20_000, memoryMiB: 256, outputKiB: 64, codeKiB: 16 },
  seed: 1,
  tests: [{ args: { n: size } }],
};

/**
 * CPU milliseconds of both, taken in turn, and each while nothing of ours runs beside it: the sandbox that takes a used
 * one's place starts on the other core, which on two threads of one core makes either slower.
 */
export async function measureOwnCpu(rounds: number): Promise<{ sandbox: number[]; node: number[] }> {
  const times = { sandbox: [] as number[], node: [] as number[] };
  const cacheDir = cacheFolder();
  const sandboxes = await openSandboxPool({ size: 1, weakSandbox: false, warm: ['plain'], cacheDir });
  try {
    for (let round = 0; round < rounds; round += 1) {
      await untilQuiet(sandboxes);
      times.node.push(Number(execFileSync(process.execPath, ['-e', bare], { encoding: 'utf8' })));
      await untilQuiet(sandboxes);
      for await (const { cpuMs, outcome } of sandboxes.run(request)) {
        if (outcome.kind !== 'returned') throw new Error(`the sandbox says ${JSON.stringify(outcome)}`);
        times.sandbox.push(cpuMs);
      }
    }
  } finally {
    await sandboxes.close();
  }
  return times;
}

/** The next sandbox waits, and has made its realms. */
async function untilQuiet(sandboxes: WatchedPool): Promise<void> {
  while (sandboxes.state().plain.warm === 0) await sleep(10);
  await sleep(100);
}
