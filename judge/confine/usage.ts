/** What a tree of processes uses, read from /proc: the kernel's word, which the processes cannot forge. */
import { readdirSync, readFileSync } from 'node:fs';

/** A thread counts as a process: it costs the kernel as much. */
export type Usage = { cpuMs: number; residentKiB: number; processes: number };

// USER_HZ is 100 on every Linux that Node runs on; pages are asked for nowhere in Node, so VmRSS is read instead.
const msPerTick = 10;
const maxLooks = 256;

/**
 * CPU, resident memory and number of processes and threads of `root` and all below it; null when it is gone. Children
 * are listed by the thread that started them: to look at all threads takes twice as long, and where the filter of
 * system calls lets none start a process it finds nothing.
 */
export function usageOfTree(root: number, starters: 'first-thread' | 'any-thread'): Usage | null {
  const usage = usageOfProcess(root);
  if (!usage) return null;
  const childrenOf = starters === 'any-thread' ? childrenOfThreads : childrenOfFirstThread;
  const waiting = childrenOf(root);
  for (let looks = 0; waiting.length > 0 && looks < maxLooks; looks += 1) {
    const pid = waiting.pop() ?? 0;
    const more = usageOfProcess(pid);
    if (!more) continue;
    usage.cpuMs += more.cpuMs;
    usage.residentKiB += more.residentKiB;
    usage.processes += more.processes;
    waiting.push(...childrenOf(pid));
  }
  return usage;
}

function usageOfProcess(pid: number): Usage | null {
  const stat = read(`/proc/${pid}/stat`);
  if (!stat) return null;
  // The second field is the program's name in parentheses and may hold anything.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14]);
  const resident = /^VmRSS:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`) ?? '');
  return {
    cpuMs: ticks * msPerTick,
    residentKiB: Number(resident?.[1] ?? 0),
    processes: Number(fields[17]),
  };
}

function childrenOfFirstThread(pid: number): number[] {
  return childrenOfThread(pid, pid);
}

function childrenOfThreads(pid: number): number[] {
  return threadsOf(pid).flatMap((thread) => childrenOfThread(pid, thread));
}

function childrenOfThread(pid: number, thread: number): number[] {
  const text = read(`/proc/${pid}/task/${thread}/children`) ?? '';
  return text.split(' ').filter(Boolean).map(Number);
}

function threadsOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).map(Number);
  } catch {
    return [];
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
