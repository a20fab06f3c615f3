/**
 * Starts a program behind bubblewrap for any station: no network, no other process, no file but those named, no
 * environment, bounded. Where bubblewrap cannot run nothing runs, unless a weak sandbox was asked for by name.
 *
 * Layers, from the outside: supervisor (kills by /proc) · cgroup, where one can be made · bubblewrap · rlimits ·
 * Node's `--permission`.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import type { Duplex, Readable } from 'node:stream';
import { bubblewrapArgs, findTools, type SystemPackage, type Tools } from './confine/bubblewrap.ts';
import { type Cgroup, cgroupVersion, createCgroup } from './confine/cgroup.ts';
import { type Usage, usageOfTree } from './confine/usage.ts';

/** No sandbox can be started here; `whetstone doctor` and the operator are told why. */
export class SandboxUnavailable extends Error {
  readonly code = 'SANDBOX_UNAVAILABLE';
  /** The system's package that would remedy it, where it is that simple. */
  readonly missing: SystemPackage | null;
  constructor(message: string, missing: SystemPackage | null = null) {
    super(message);
    this.missing = missing;
  }
}

export type NodePermission = 'addons' | 'child-process' | 'worker' | 'wasi';

export type Confinement = {
  /** `node` runs this very Node under `--permission`, with the flags and the script of `args`. */
  program: 'node' | { path: string };
  args: string[];
  /** For `node`: what `--permission` lets through besides reading. */
  permissions?: NodePermission[];
  /** Files and folders that may be read; they keep their paths. Libraries of the program come by themselves. */
  readable: string[];
  /** Device nodes, for a GPU. */
  devices?: string[];
  environment?: Record<string, string>;
  /** Must be readable; `/` by default. */
  workingFolder?: string;
  limits: {
    /** Resident memory of all processes together, where a cgroup can hold it. */
    memoryMiB: number;
    /** Processes and threads. */
    processes: number;
    addressSpaceMiB?: number;
    tmpMiB?: number;
    openFiles?: number;
  };
  /** Two-way pipes, from file descriptor 3 on. */
  channels: number;
  /** A compiled seccomp filter to load. */
  seccomp?: Buffer;
  weakSandbox: boolean;
};

/** How it ended: an exit code, or the signal that killed the program. */
export type Ending = { code: number | null; signal: string | null; outOfMemory: boolean };

export type Confined = {
  /** The root of the confined tree of processes as the host sees it. */
  pid: number;
  channels: Duplex[];
  stdout: Readable;
  stderr: Readable;
  ended: Promise<Ending>;
  /** Of the whole tree; null when it is gone. */
  usage(): Usage | null;
  /** Changes the cgroup's bound, where there is one. */
  setMemory(mebibytes: number): void;
  /** SIGKILL to everything inside. */
  kill(): void;
};

/** Starts a confined program. Throws {@link SandboxUnavailable}. */
export async function confine(confinement: Confinement, tools = findTools()): Promise<Confined> {
  if (!confinement.weakSandbox) return startBehindWalls(confinement, requireTools(tools));
  // Weak means weaker, not none: where they can stand, the walls stand all the same.
  if ('missing' in tools) return startWeak(confinement);
  return startBehindWalls(confinement, tools).catch((cause) => {
    if (cause instanceof SandboxUnavailable) return startWeak(confinement);
    throw cause;
  });
}

function requireTools(tools: ReturnType<typeof findTools>): Tools {
  if (!('missing' in tools)) return tools;
  const { missing } = tools;
  throw new SandboxUnavailable(
    `${missing} is not installed: nothing can be run safely (Debian: apt-get install ${missing})`,
    missing,
  );
}

// Descriptors inside: 0–2, the channels from 3 on, then bubblewrap's own three.
async function startBehindWalls(confinement: Confinement, tools: Tools): Promise<Confined> {
  const { channels, limits, seccomp } = confinement;
  const infoFd = 3 + channels;
  const blockFd = infoFd + 1;
  const seccompFd = seccomp ? blockFd + 1 : null;
  const { program, args } = commandOf(confinement);
  const walls = bubblewrapArgs({
    program,
    args,
    tools,
    infoFd,
    blockFd,
    seccompFd,
    readable: confinement.readable,
    devices: confinement.devices ?? [],
    environment: confinement.environment ?? {},
    workingFolder: confinement.workingFolder ?? '/',
    tmpMiB: limits.tmpMiB ?? 8,
    rlimits: rlimitsOf(confinement),
  });
  const child = spawn(tools.bwrap, walls, {
    // Next's types want it in every environment; bubblewrap clears it.
    env: { NODE_ENV: 'production' },
    stdio: ['ignore', ...Array.from({ length: seccompFd ?? blockFd }, () => 'pipe' as const)],
  });
  const closed = endOf(child);
  const errors = keepTail(child.stderr);
  const info = await readInfo(pipeOf(child, infoFd));
  const pid = /"child-pid": (\d+)/.exec(info)?.[1];
  if (pid === undefined) {
    await closed;
    throw new SandboxUnavailable(
      `bubblewrap (0.8 or newer is needed) does not start: ${errors().trim() || 'no reason given'}`,
    );
  }
  const cgroup = joinCgroup(confinement, Number(pid));
  if (seccompFd !== null) pipeOf(child, seccompFd).end(seccomp);
  pipeOf(child, blockFd).end('\n');
  // bubblewrap's outer process is our child, so its id cannot be another's yet; all inside die with it.
  const kill = () => void child.kill('SIGKILL');
  return confined({ child, closed, cgroup, channels, pid: Number(pid), kill });
}

export type ConfinementLayers = {
  bubblewrap: boolean;
  rlimits: boolean;
  cgroup: 1 | 2 | null;
  nodePermission: boolean;
  /** Why nothing can be confined, or null. */
  trouble: string | null;
  missing: SystemPackage | null;
};

/** Tries a confined process and tells which layers are in force, for `whetstone doctor`. */
export async function probeConfinement(): Promise<ConfinementLayers> {
  const probe = "process.exit(require('node:os').networkInterfaces().eth0 || !process.permission ? 1 : 0)";
  const layers = {
    cgroup: cgroupVersion(),
    bubblewrap: false,
    rlimits: false,
    nodePermission: false,
    missing: null,
  };
  try {
    const { ended, stdout } = await confine({
      program: 'node',
      args: ['-e', probe],
      readable: [],
      limits: { memoryMiB: 512, processes: 64 },
      channels: 0,
      weakSandbox: false,
    });
    stdout.resume();
    const { code, signal } = await ended;
    const works = code === 0;
    const trouble = works ? null : `a probe inside bubblewrap ended with ${signal ?? code}`;
    return { ...layers, bubblewrap: works, rlimits: works, nodePermission: works, trouble };
  } catch (cause) {
    if (!(cause instanceof SandboxUnavailable)) throw cause;
    return { ...layers, trouble: cause.message, missing: cause.missing };
  }
}

async function startWeak(confinement: Confinement): Promise<Confined> {
  const { channels } = confinement;
  const { program, args } = commandOf(confinement);
  const child = spawn(program, args, {
    env: { NODE_ENV: 'production', ...confinement.environment },
    cwd: confinement.workingFolder ?? '/',
    // A group of its own, so that its children can be killed with it.
    detached: true,
    stdio: ['ignore', ...Array.from({ length: 2 + channels }, () => 'pipe' as const)],
  });
  const closed = endOf(child);
  if (child.pid === undefined) {
    await closed;
    throw new SandboxUnavailable(`${program} does not start`);
  }
  keepTail(child.stderr);
  const { pid } = child;
  const kill = () => killGroup(pid);
  return confined({ child, closed, cgroup: joinCgroup(confinement, pid), channels, pid, kill });
}

function commandOf({ program, args, permissions = [], readable }: Confinement): {
  program: string;
  args: string[];
} {
  if (program !== 'node') return { program: program.path, args };
  const flags = [
    '--permission',
    ...readable.map((path) => `--allow-fs-read=${path}`),
    ...permissions.map((permission) =>
      permission === 'worker' ? '--allow-worker' : `--allow-${permission}`,
    ),
  ];
  return { program: process.execPath, args: [...flags, ...args] };
}

function rlimitsOf({ limits }: Confinement) {
  return {
    addressSpaceMiB: limits.addressSpaceMiB ?? null,
    processes: limits.processes,
    fileSizeMiB: limits.tmpMiB ?? 8,
    openFiles: limits.openFiles ?? 64,
  };
}

// A second bound beside the supervisor: where the kernel refuses it, the others hold.
function joinCgroup({ limits }: Confinement, pid: number): Cgroup | null {
  try {
    const cgroup = createCgroup(limits);
    cgroup?.add(pid);
    return cgroup;
  } catch {
    return null;
  }
}

type Started = {
  child: ChildProcess;
  closed: Promise<Omit<Ending, 'outOfMemory'>>;
  cgroup: Cgroup | null;
  channels: number;
  pid: number;
  kill: () => void;
};

function confined({ child, closed, cgroup, channels, pid, kill }: Started): Confined {
  let gone = false;
  const ended = closed.then(({ code, signal }) => {
    gone = true;
    const outOfMemory = cgroup?.ranOutOfMemory() ?? false;
    cgroup?.remove();
    return { code, signal, outOfMemory };
  });
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new SandboxUnavailable('the confined process has no output pipes');
  return {
    pid,
    stdout,
    stderr,
    channels: Array.from({ length: channels }, (_, i) => pipeOf(child, 3 + i)),
    ended,
    usage: () => (gone ? null : usageOfTree(pid)),
    setMemory: (mebibytes) => cgroup?.setMemory(mebibytes),
    kill: () => {
      if (!gone) kill();
    },
  };
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}

const signalNames: Record<number, string> = {
  4: 'SIGILL',
  5: 'SIGTRAP',
  6: 'SIGABRT',
  7: 'SIGBUS',
  8: 'SIGFPE',
  9: 'SIGKILL',
  11: 'SIGSEGV',
  24: 'SIGXCPU',
  25: 'SIGXFSZ',
  31: 'SIGSYS',
};

// bubblewrap tells the death of what it started by 128 + the signal.
function endOf(child: ChildProcess): Promise<Omit<Ending, 'outOfMemory'>> {
  return new Promise((resolve) => {
    child.once('error', () => resolve({ code: null, signal: null }));
    child.once('exit', (code, signal) => {
      const relayed = code === null ? undefined : signalNames[code - 128];
      resolve(relayed ? { code: null, signal: relayed } : { code, signal });
    });
  });
}

function pipeOf(child: ChildProcess, fd: number): Duplex {
  const pipe = child.stdio[fd];
  if (!pipe || !('write' in pipe && 'read' in pipe))
    throw new SandboxUnavailable(`descriptor ${fd} is no pipe`);
  // A guest may die while it is written to; its end is told by `ended`.
  return (pipe as Duplex).on('error', () => undefined);
}

async function readInfo(pipe: Duplex): Promise<string> {
  let text = '';
  for await (const chunk of pipe) {
    text += String(chunk);
    if (text.includes('}')) break;
  }
  return text;
}

const tailBytes = 4096;

function keepTail(stream: Readable | null): () => string {
  let tail = '';
  stream?.on('data', (chunk: Buffer) => {
    tail = (tail + chunk.toString('latin1')).slice(-tailBytes);
  });
  return () => tail;
}
