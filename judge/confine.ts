/**
 * Starts a program behind bubblewrap for any station: no network, no other process, no file but those named, no
 * environment, bounded. Where bubblewrap cannot run nothing runs, unless a weak sandbox was asked for by name.
 *
 * Layers, from the outside: supervisor (kills by /proc) · cgroup, where one can be made · bubblewrap · rlimits ·
 * filter of system calls · Node's `--permission`. docs/security.md says what each stops.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import type { Duplex, Readable } from 'node:stream';
import { bubblewrapArgs, findTools, type SystemPackage, type Tools } from './confine/bubblewrap.ts';
import { type Cgroup, cgroupVersion, createCgroup } from './confine/cgroup.ts';
import { type Exit, endOf, keepTail, killerOf, killIfThere, readInfo } from './confine/child.ts';
import { stdioUpTo } from './confine/descriptors.ts';
import { noWalls, type Walls, wallsAround } from './confine/layers.ts';
import { findFilter } from './confine/seccomp.ts';
import type { Profile } from './confine/syscalls.ts';
import { type Usage, usageOfTree } from './confine/usage.ts';
import { waitedOfTree } from './confine/waiting.ts';

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
  /** Which system calls it may make. */
  profile: Profile;
  /** `node` runs this very Node under `--permission`, with the flags and the script of `args`. */
  program: 'node' | { path: string };
  args: string[];
  /** For `node`: what `--permission` lets through besides reading. */
  permissions?: NodePermission[];
  /** Files and folders that may be read; they keep their paths. Libraries of the program come by themselves. */
  readable: string[];
  /** Libraries and addons that it loads while it runs; what they are linked to comes with them. */
  libraries?: string[];
  /** For a program that asks /proc/self/exe where it stands: the one thing there is of /proc. */
  ownPath?: string;
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
    openFiles?: number;
  };
  /** Two-way pipes, from file descriptor 3 on. */
  channels: number;
  weakSandbox: boolean;
};

/** How it ended: an exit code, or the signal that killed the program. */
export type Ending = Exit & { outOfMemory: boolean };

export type Confined = {
  /** The root of the confined tree of processes as the host sees it. */
  pid: number;
  channels: Duplex[];
  stdout: Readable;
  stderr: Readable;
  /** The end of what it has written to stderr. */
  errors(): string;
  ended: Promise<Ending>;
  /** Of the whole tree; null when it is gone. */
  usage(): Usage | null;
  /** For how long since it began it has wanted a core and got none. */
  waitedMs(): number;
  /** Changes the cgroup's bound, where there is one. */
  setMemory(mebibytes: number): void;
  /** SIGKILL to everything inside. */
  kill(): void;
};

/** Starts a confined program. Throws {@link SandboxUnavailable}. */
export async function confine(confinement: Confinement, tools = findTools()): Promise<Confined> {
  if (!confinement.weakSandbox) return startBehindWalls(confinement, requireTools(tools));
  // Weak means weaker, not none: where the walls can stand they do.
  return 'missing' in tools || !(await wallsStand(tools))
    ? startWeak(confinement)
    : startBehindWalls(confinement, tools);
}

function requireTools(tools: ReturnType<typeof findTools>): Tools {
  if (!('missing' in tools)) return tools;
  const { missing } = tools;
  throw new SandboxUnavailable(
    `${missing} is not installed: nothing can be run safely (Debian: apt-get install ${missing})`,
    missing,
  );
}

/** Whose walls have stood once; what failed is tried anew, for it may have been the moment. */
const stood = new Set<string>();

async function wallsStand(tools: Tools): Promise<boolean> {
  if (!stood.has(tools.bwrap) && (await probeConfinement(tools)).trouble === null) stood.add(tools.bwrap);
  return stood.has(tools.bwrap);
}

// Descriptors inside: 0–2, the channels from 3 on, then bubblewrap's own three.
async function startBehindWalls(confinement: Confinement, tools: Tools): Promise<Confined> {
  const { channels, profile } = confinement;
  const filter = findFilter(profile);
  if (!filter) throw new SandboxUnavailable(`no filter of system calls is known for ${process.arch}`);
  const infoFd = 3 + channels;
  const blockFd = infoFd + 1;
  const seccompFd = blockFd + 1;
  const { program, args } = commandOf(confinement);
  const walls = bubblewrapArgs({
    program,
    args,
    tools,
    infoFd,
    blockFd,
    seccompFd,
    readable: confinement.readable,
    libraries: confinement.libraries ?? [],
    devices: confinement.devices ?? [],
    ownPath: confinement.ownPath ?? null,
    environment: confinement.environment ?? {},
    workingFolder: confinement.workingFolder ?? '/',
    rlimits: rlimitsOf(confinement),
  });
  const child = spawn(tools.bwrap, walls, {
    // Next's types want it in every environment; bubblewrap clears it.
    env: { NODE_ENV: 'production' },
    stdio: stdioUpTo(seccompFd),
  });
  const closed = endOf(child);
  const errors = keepTail(child.stderr);
  pipeOf(child, seccompFd).end(filter);
  const info = await readInfo(pipeOf(child, infoFd));
  const pid = /"child-pid": (\d+)/.exec(info)?.[1];
  if (pid === undefined) {
    await closed;
    throw new SandboxUnavailable(
      `bubblewrap (0.8 or newer is needed) does not start: ${errors().trim() || 'no reason given'}`,
    );
  }
  const cgroup = joinCgroup(confinement, Number(pid));
  pipeOf(child, blockFd).end('\n');
  // bubblewrap's inner process ties itself to the outer one only just before it starts the program: an outer one that
  // died earlier would leave it to run on.
  void closed.then(killerOf(Number(pid)));
  // The outer process is our child, so its id cannot be another's yet.
  const kill = () => void child.kill('SIGKILL');
  const starters = profile === 'checker' ? 'any-thread' : 'first-thread';
  return confined({ child, closed, errors, cgroup, channels, pid: Number(pid), starters, kill });
}

export type ConfinementLayers = Walls & {
  bubblewrap: boolean;
  nodePermission: boolean;
  cgroup: 1 | 2 | null;
  /** Why nothing can be confined, or null. */
  trouble: string | null;
  missing: SystemPackage | null;
};

/** Tries a confined process and tells which layers are in force, for `whetstone doctor`. */
export async function probeConfinement(tools = findTools()): Promise<ConfinementLayers> {
  const none = {
    ...noWalls,
    bubblewrap: false,
    nodePermission: false,
    cgroup: cgroupVersion(),
    missing: null,
  };
  try {
    const probe = await confine(
      {
        profile: 'guest',
        program: 'node',
        // Tells what it alone knows, and stays to be looked at.
        args: [
          '-e',
          "const fs = require('fs'); fs.writeSync(3, process.permission ? '1' : '0'); fs.readSync(3, Buffer.alloc(1))",
        ],
        readable: [],
        limits: { memoryMiB: 512, processes: 64 },
        channels: 1,
        weakSandbox: false,
      },
      tools,
    );
    const told = await firstOf(probe);
    if (told === undefined) {
      const { code, signal } = await probe.ended;
      return {
        ...none,
        trouble: `a probe inside bubblewrap ended with ${signal ?? code}: ${probe.errors()}`,
      };
    }
    const walls = wallsAround(probe.pid);
    probe.kill();
    await probe.ended;
    const layers = { ...none, ...walls, bubblewrap: true, nodePermission: told === '1' };
    const lacking = Object.entries(layers)
      .filter(([, holds]) => holds === false)
      .map(([layer]) => layer);
    return {
      ...layers,
      trouble: lacking.length > 0 ? `inside bubblewrap there is no ${lacking.join(', no ')}` : null,
    };
  } catch (cause) {
    if (!(cause instanceof SandboxUnavailable)) throw cause;
    return { ...none, trouble: cause.message, missing: cause.missing };
  }
}

function firstOf({ channels: [channel], stdout, ended }: Confined): Promise<string | undefined> {
  stdout.resume();
  return new Promise((resolve) => {
    channel?.once('data', (chunk) => resolve(String(chunk)));
    void ended.then(() => resolve(undefined));
  });
}

async function startWeak(confinement: Confinement): Promise<Confined> {
  const { channels } = confinement;
  const { program, args } = commandOf(confinement);
  const child = spawn(program, args, {
    env: { NODE_ENV: 'production', ...confinement.environment },
    cwd: confinement.workingFolder ?? '/',
    // A group of its own, so that its children can be killed with it.
    detached: true,
    stdio: stdioUpTo(2 + channels),
  });
  const closed = endOf(child);
  if (child.pid === undefined) {
    await closed;
    throw new SandboxUnavailable(`${program} does not start`);
  }
  const errors = keepTail(child.stderr);
  const { pid } = child;
  const kill = () => killIfThere(-pid);
  return confined({
    child,
    closed,
    errors,
    cgroup: joinCgroup(confinement, pid),
    channels,
    pid,
    starters: 'any-thread',
    kill,
  });
}

function commandOf({ program, args, permissions = [], readable, libraries = [] }: Confinement): {
  program: string;
  args: string[];
} {
  if (program !== 'node') return { program: program.path, args };
  const flags = [
    '--permission',
    ...[...readable, ...libraries].map((path) => `--allow-fs-read=${path}`),
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
    openFiles: limits.openFiles ?? 64,
  };
}

// A second bound beside the supervisor: where the kernel refuses it, the others hold.
function joinCgroup({ limits }: Confinement, pid: number): Cgroup | null {
  let cgroup: Cgroup | null = null;
  try {
    cgroup = createCgroup(limits);
    cgroup?.add(pid);
    return cgroup;
  } catch {
    cgroup?.remove();
    return null;
  }
}

type Started = {
  child: ChildProcess;
  closed: Promise<Exit>;
  errors: () => string;
  cgroup: Cgroup | null;
  channels: number;
  pid: number;
  starters: Parameters<typeof usageOfTree>[1];
  kill: () => void;
};

function confined({ child, closed, errors, cgroup, channels, pid, starters, kill }: Started): Confined {
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
    errors,
    channels: Array.from({ length: channels }, (_, i) => pipeOf(child, 3 + i)),
    ended,
    usage: () => (gone ? null : usageOfTree(pid, starters)),
    waitedMs: () => (gone ? 0 : waitedOfTree(pid)),
    setMemory: (mebibytes) => cgroup?.setMemory(mebibytes),
    kill: () => {
      if (!gone) kill();
    },
  };
}

function pipeOf(child: ChildProcess, fd: number): Duplex {
  const pipe = child.stdio[fd];
  if (!pipe || !('write' in pipe && 'read' in pipe))
    throw new SandboxUnavailable(`descriptor ${fd} is no pipe`);
  // A guest may die while it is written to; its end is told by `ended`.
  return (pipe as Duplex).on('error', () => undefined);
}
