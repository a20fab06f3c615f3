import type IsolatedVm from 'isolated-vm';

/** Both clocks at one moment: of the isolate, nanoseconds, and of this thread, milliseconds. */
export type Moment = { isolate: bigint; threadMs: number };

export function readClocks(isolate: IsolatedVm.Isolate): Moment {
  const { user, system } = process.threadCpuUsage();
  return { isolate: isolate.cpuTime, threadMs: (user + system) / 1000 };
}

/**
 * CPU time between two moments, milliseconds. The isolate's clock leaves out what this thread does beside it, but counts
 * wall time while another thread releases something of it, which is taken back once that has ended: on a busy machine 234
 * ms too many were read, and by the same less than none. It is never more than this thread's, on which solutions run.
 */
export function spentMs(from: Moment, to: Moment): number {
  const isolateMs = Number(to.isolate - from.isolate) / 1e6;
  const threadMs = Math.max(0, to.threadMs - from.threadMs);
  return isolateMs < 0 ? threadMs : Math.min(isolateMs, threadMs);
}
