/** A solution's own CPU time in the sandbox, against the same code in bare Node. */
import { execFileSync } from 'node:child_process';
import type { SandboxPool } from '#judge/sandbox.ts';

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

/** CPU milliseconds of both, taken in turn. */
export async function measureOwnCpu(
  sandboxes: SandboxPool,
  rounds: number,
): Promise<{ sandbox: number[]; node: number[] }> {
  const times = { sandbox: [] as number[], node: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    times.node.push(Number(execFileSync(process.execPath, ['-e', bare], { encoding: 'utf8' })));
    const claims = sandboxes.run({
      runtime: 'plain',
      driver: { 'include/driver.ts': 'export function drive(solution, { n }) { return solution.work(n); }' },
      solution: work,
      limits: { timeMs: 10_000, wallMs: 20_000, memoryMiB: 256, outputKiB: 64, codeKiB: 16 },
      seed: 1,
      tests: [{ args: { n: size } }],
    });
    for await (const { cpuMs, outcome } of claims) {
      if (outcome.kind !== 'returned') throw new Error(`the sandbox says ${JSON.stringify(outcome)}`);
      times.sandbox.push(cpuMs);
    }
  }
  return times;
}
