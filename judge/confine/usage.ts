/** What a tree of processes uses, read from /proc: the kernel's word, which the processes cannot forge. */
import { readFileSync } from 'node:fs';

export type Usage = { cpuMs: number; residentKiB: number; processes: number };

// USER_HZ is 100 on every Linux that Node runs on; pages are asked for nowhere in Node, so VmRSS is read instead.
const msPerTick = 10;
const maxProcesses = 256;

/** CPU, resident memory and number of processes of `root` and all below it; null when it is gone. */
export function usageOfTree(root: number): Usage | null {
  const first = usageOfProcess(root);
  if (!first) return null;
  const usage = { ...first, processes: 1 };
  const waiting = childrenOf(root);
  while (waiting.length > 0 && usage.processes < maxProcesses) {
    const pid = waiting.pop() ?? 0;
    const more = usageOfProcess(pid);
    if (!more) continue;
    usage.cpuMs += more.cpuMs;
    usage.residentKiB += more.residentKiB;
    usage.processes += 1;
    waiting.push(...childrenOf(pid));
  }
  return usage;
}

function usageOfProcess(pid: number): Omit<Usage, 'processes'> | null {
  const stat = read(`/proc/${pid}/stat`);
  if (!stat) return null;
  // The second field is the program's name in parentheses and may hold anything.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14]);
  const resident = /^VmRSS:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`) ?? '');
  return { cpuMs: ticks * msPerTick, residentKiB: Number(resident?.[1] ?? 0) };
}

function childrenOf(pid: number): number[] {
  const text = read(`/proc/${pid}/task/${pid}/children`) ?? '';
  return text.split(' ').filter(Boolean).map(Number);
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
