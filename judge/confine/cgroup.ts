/** Control groups, version 1 or 2, where this process may make them: a second bound on memory and processes. */
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

export type Cgroup = {
  /** Takes in a process; its children follow by themselves. */
  add(pid: number): void;
  setMemory(mebibytes: number): void;
  /** Whether the kernel killed something here for its memory. */
  ranOutOfMemory(): boolean;
  /** Removes the group; its processes must be gone. */
  remove(): void;
};

export type CgroupLimits = { memoryMiB: number; processes: number };

type Home = { version: 1; memory: string; pids: string } | { version: 2; unified: string };

let counter = 0;
let home: Home | null | undefined;

/** The version of cgroups in force, or null where none can be made. */
export function cgroupVersion(): 1 | 2 | null {
  return findHome()?.version ?? null;
}

/** A new group with these limits, or null where none can be made. */
export function createCgroup(limits: CgroupLimits): Cgroup | null {
  const place = findHome();
  if (!place) return null;
  const name = `whetstone-${process.pid}-${counter++}`;
  const folders =
    place.version === 1
      ? { memory: join(place.memory, name), pids: join(place.pids, name) }
      : { memory: join(place.unified, name), pids: join(place.unified, name) };
  for (const folder of new Set(Object.values(folders))) mkdirSync(folder);
  const group = place.version === 1 ? groupOfVersion1(folders) : groupOfVersion2(folders.memory);
  group.setMemory(limits.memoryMiB);
  writeFileSync(join(folders.pids, 'pids.max'), String(limits.processes));
  return {
    ...group,
    add(pid) {
      for (const folder of new Set(Object.values(folders)))
        writeFileSync(join(folder, 'cgroup.procs'), `${pid}`);
    },
    remove() {
      for (const folder of new Set(Object.values(folders))) removeFolder(folder);
    },
  };
}

function groupOfVersion1({ memory }: { memory: string }): Pick<Cgroup, 'setMemory' | 'ranOutOfMemory'> {
  return {
    setMemory(mebibytes) {
      writeFileSync(join(memory, 'memory.limit_in_bytes'), String(mebibytes * 2 ** 20));
    },
    ranOutOfMemory: () => /^oom_kill [1-9]/m.test(readText(join(memory, 'memory.oom_control'))),
  };
}

function groupOfVersion2(folder: string): Pick<Cgroup, 'setMemory' | 'ranOutOfMemory'> {
  return {
    setMemory(mebibytes) {
      writeFileSync(join(folder, 'memory.max'), String(mebibytes * 2 ** 20));
    },
    ranOutOfMemory: () => /^oom_kill [1-9]/m.test(readText(join(folder, 'memory.events'))),
  };
}

// The kernel lets go of a group a moment after its last process, so a first refusal is tried again.
// Freeing hundreds of megabytes of a process that is dead already can take the kernel seconds.
function removeFolder(folder: string, retries = 50): void {
  if (tryRemove(folder)) return void standing.delete(folder);
  if (!tidyAtExit) process.once('exit', removeStanding);
  tidyAtExit = true;
  standing.add(folder);
  if (retries > 0) setTimeout(() => removeFolder(folder, retries - 1), 200).unref();
}

/** Groups that are to go and still stand. */
const standing = new Set<string>();
let tidyAtExit = false;
const lastLooks = { count: 100, everyMs: 20 };

// Nobody comes back for them when this process is gone, so its end waits for them a little.
function removeStanding(): void {
  for (let look = 0; look < lastLooks.count && standing.size > 0; look += 1) {
    if (look > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, lastLooks.everyMs);
    for (const folder of standing) if (tryRemove(folder)) standing.delete(folder);
  }
}

/** True where it is gone. */
function tryRemove(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch {
    return !existsSync(folder);
  }
}

function findHome(): Home | null {
  if (home === undefined) {
    home = findVersion1() ?? findVersion2();
    if (home) sweep(home.version === 1 ? [home.memory, home.pids] : [home.unified]);
  }
  return home;
}

/** Removes what a judge that was killed has left; what it confined may still be dying when its successor looks. */
function sweep(folders: string[]): void {
  for (const folder of folders) {
    for (const name of readdirSync(folder)) {
      const owner = /^whetstone-(\d+)-\d+$/.exec(name)?.[1];
      if (owner && !existsSync(`/proc/${owner}`)) removeFolder(join(folder, name));
    }
  }
}

function findVersion1(): Home | null {
  const memory = folderOf('memory');
  const pids = folderOf('pids');
  return memory && pids ? { version: 1, memory, pids } : null;
}

function folderOf(controller: string): string | null {
  const own = readText('/proc/self/cgroup').match(
    new RegExp(`^\\d+:(?:.*,)?${controller}(?:,.*)?:(.*)$`, 'm'),
  );
  const root = join('/sys/fs/cgroup', controller);
  // In a container the own path may not be mounted; the root of the mount is then the own group.
  return [join(root, own?.[1] ?? '/'), root].find((folder) => writable(join(folder, 'cgroup.procs'))) ?? null;
}

// Version 2 gives limits only below a group that holds no process itself, so it works where an operator
// has delegated one (systemd's Delegate=, or a root group).
function findVersion2(): Home | null {
  const own = readText('/proc/self/cgroup').match(/^0::(.*)$/m)?.[1];
  if (own === undefined) return null;
  const unified = join('/sys/fs/cgroup', own);
  if (!writable(join(unified, 'cgroup.procs'))) return null;
  try {
    writeFileSync(join(unified, 'cgroup.subtree_control'), '+memory +pids');
    return { version: 2, unified };
  } catch {
    return null;
  }
}

function writable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
