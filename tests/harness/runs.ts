import { readFileSync } from 'node:fs';

/** Whether a process runs. One that has died stays listed until its new parent, the machine's first process, asks after it. */
export function runs(pid: number): boolean {
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
