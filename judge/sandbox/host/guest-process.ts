/** One guest: the process behind the walls, warm once it has said that it is ready. */
import type { Runtime } from '#content/problem.ts';
import { type Confined, type Confinement, confine, SandboxUnavailable } from '../../confine.ts';
import type { GuestOptions, GuestRequest } from '../wire.ts';
import { parseReply } from './claims.ts';
import { type Listener, openLine } from './guest-line.ts';

/**
 * V8 on one thread: CPU time is then the solution's own and repeats itself, and no collector of garbage or optimiser
 * competes with the next submission for a core. On one thread V8 enters a long loop by Maglev and stays there, a third
 * slower than bare Node; without Maglev's entry TurboFan's is taken, and both are alike. A snapshot only loads under the
 * flags it was made with.
 */
export const guestFlags = ['--single-threaded', '--no-maglev-osr', '--no-warnings'];

export type GuestFiles = { guest: string; bootstrap: string; addon: string; snapshot: string | null };

export type GuestSpec = {
  runtime: Runtime;
  files: GuestFiles;
  memoryMiB: number;
  /** How many realms it makes while it waits. */
  realms: number;
  weakSandbox: boolean;
};

export type Guest = {
  confined: Confined;
  /** Resident memory just now: before the request, what does not count. */
  residentKiB(): number;
  /** Sends the one request. Each frame that comes back is handed to `onFrame` at once; `onEnd` comes last, once. */
  ask(request: GuestRequest, on: Listener): void;
  /** Hears nothing until `listen`: a guest that goes on talking has to wait. */
  pause(): void;
  listen(): void;
  kill(): void;
  /** Whether `kill` was called: its death then says nothing about the submission. */
  isAbandoned(): boolean;
  isGone(): boolean;
};

// V8 and Node reserve some 1.5 GB that they never touch; the rest bounds what the supervisor is too slow for.
const addressSpaceMiB = 6144;
const readyWithinMs = 20_000;

/** The walls around a guest. */
export function guestConfinement(spec: GuestSpec): Confinement {
  const { files, runtime, memoryMiB, realms, weakSandbox } = spec;
  const options: GuestOptions = {
    runtime,
    addon: files.addon,
    snapshot: files.snapshot,
    bootstrap: files.bootstrap,
    memoryMiB,
    realms,
  };
  return {
    profile: 'guest',
    program: 'node',
    args: [...guestFlags, files.guest, JSON.stringify(options)],
    permissions: ['addons'],
    readable: [files.guest, files.addon, ...(files.snapshot === null ? [] : [files.snapshot])],
    limits: { memoryMiB: 1024, processes: 64, addressSpaceMiB, openFiles: 64 },
    channels: 1,
    weakSandbox,
  };
}

export async function startGuest(spec: GuestSpec): Promise<Guest> {
  const confined = await confine(guestConfinement(spec));
  const line = openLine(confined);
  const timer = setTimeout(() => confined.kill(), readyWithinMs);
  const first = await line.first;
  clearTimeout(timer);
  const ready = first && parseReply(first)?.reply.kind === 'ready';
  if (!ready) {
    confined.kill();
    const { signal, code } = await confined.ended;
    throw new SandboxUnavailable(`a sandbox does not start (${signal ?? code}): ${line.stderr()}`);
  }
  let abandoned = false;
  return {
    confined,
    residentKiB: () => confined.usage()?.residentKiB ?? 0,
    ask: line.ask,
    pause: line.pause,
    listen: line.listen,
    kill: () => {
      abandoned = true;
      line.listen();
      confined.kill();
    },
    isAbandoned: () => abandoned,
    isGone: line.isGone,
  };
}
