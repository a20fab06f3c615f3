/** How long a tree of processes wanted a core and got none, by the kernel's word: the host is busy, not they idle. */
import { readdirSync, readFileSync } from 'node:fs';

const maxProcesses = 256;

/**
 * Milliseconds since each began, of all threads together: the first one sleeps while it waits for those that collect its
 * garbage. 0 where the kernel does not count it.
 */
export function waitedOfTree(root: number): number {
  let waitedMs = 0;
  const pids = [root];
  for (let seen = 0; pids.length > 0 && seen < maxProcesses; seen += 1) {
    const pid = pids.pop() ?? 0;
    for (const thread of threadsOf(pid)) {
      // https://docs.kernel.org/scheduler/sched-stats.html: time on a core, time waiting for one (both ns), slices.
      const waitedNs = Number(read(`/proc/${pid}/task/${thread}/schedstat`).split(' ')[1] ?? 0);
      waitedMs += waitedNs / 1e6;
    }
    pids.push(...read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number));
  }
  return waitedMs;
}

function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
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
