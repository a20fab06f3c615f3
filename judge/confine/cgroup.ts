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
import { basename, dirname, join } from 'node:path';
import { killIfThere } from './child.ts';

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

/** Where groups are mounted, and the text of /proc/self/cgroup, which names one's own. */
export type Place = { mounts: string; own: string };

export type Home = { version: 1; memory: string; pids: string } | { version: 2; unified: string };

let counter = 0;
let found: Home | null | undefined;

/** The version of cgroups in force, or null where none can be made. */
export function cgroupVersion(): 1 | 2 | null {
  return ownHome()?.version ?? null;
}

/** A new group with these limits, or null where none can be made. */
export function createCgroup(limits: CgroupLimits, home = ownHome()): Cgroup | null {
  if (!home) return null;
  const name = `whetstone-${process.pid}-${counter++}`;
  const folders =
    home.version === 1
      ? { memory: join(home.memory, name), pids: join(home.pids, name) }
      : { memory: join(home.unified, name), pids: join(home.unified, name) };
  const all = [...new Set(Object.values(folders))];
  const remove = () => {
    for (const folder of all) removeFolder(folder);
  };
  try {
    for (const folder of all) mkdirSync(folder);
    const group = home.version === 1 ? groupOfVersion1(folders) : groupOfVersion2(folders.memory);
    group.setMemory(limits.memoryMiB);
    writeFileSync(join(folders.pids, 'pids.max'), String(limits.processes));
    const add = (pid: number) => {
      for (const folder of all) writeFileSync(join(folder, 'cgroup.procs'), `${pid}`);
    };
    return { ...group, add, remove };
  } catch (cause) {
    remove();
    throw cause;
  }
}

function groupOfVersion1({ memory }: { memory: string }): Pick<Cgroup, 'setMemory' | 'ranOutOfMemory'> {
  writeIfThere(join(memory, 'memory.swappiness'), '0');
  return {
    setMemory(mebibytes) {
      writeFileSync(join(memory, 'memory.limit_in_bytes'), String(mebibytes * 2 ** 20));
    },
    ranOutOfMemory: () => /^oom_kill [1-9]/m.test(readText(join(memory, 'memory.oom_control'))),
  };
}

function groupOfVersion2(folder: string): Pick<Cgroup, 'setMemory' | 'ranOutOfMemory'> {
  // memory.max does not count what was swapped out; and a type checker without its compiler is of no use.
  writeIfThere(join(folder, 'memory.swap.max'), '0');
  writeIfThere(join(folder, 'memory.oom.group'), '1');
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

function ownHome(): Home | null {
  if (found === undefined) {
    found = findHome({ mounts: '/sys/fs/cgroup', own: readText('/proc/self/cgroup') });
    if (found) sweep(found.version === 1 ? [found.memory, found.pids] : [found.unified]);
  }
  return found;
}

/** Where groups can be made, in whichever version. */
export function findHome(place: Place): Home | null {
  return findVersion1(place) ?? findVersion2(place);
}

/**
 * Removes what a judge that was killed has left; what it confined may still be dying when its successor looks, or run on
 * where it was killed before the walls stood.
 */
function sweep(folders: string[]): void {
  for (const folder of folders) {
    for (const name of readdirSync(folder)) {
      const owner = /^whetstone-(\d+)-\d+$/.exec(name)?.[1];
      if (!owner || existsSync(`/proc/${owner}`)) continue;
      // Those in another namespace of processes, whom we cannot judge, are listed as 0.
      const pids = readText(join(folder, name, 'cgroup.procs'))
        .split('\n')
        .map(Number);
      for (const pid of pids) if (pid > 0) killIfThere(pid);
      removeFolder(join(folder, name));
    }
  }
}

function findVersion1(place: Place): Home | null {
  const memory = folderOf('memory', place);
  const pids = folderOf('pids', place);
  return memory && pids ? { version: 1, memory, pids } : null;
}

function folderOf(controller: string, { mounts, own }: Place): string | null {
  const path = own.match(new RegExp(`^\\d+:(?:.*,)?${controller}(?:,.*)?:(.*)$`, 'm'))?.[1] ?? '/';
  const root = join(mounts, controller);
  // In a container the own path may not be mounted; the root of the mount is then the own group.
  return [join(root, path), root].find((folder) => writable(join(folder, 'cgroup.procs'))) ?? null;
}

/** The name of the group that a judge stands in where its unit is delegated: DelegateSubgroup=judge. */
const subgroup = 'judge';

// Version 2 gives limits only below a group that holds no process itself. Of groups above its own a judge uses just the
// one that an operator has delegated by name: elsewhere sandboxes would escape the limits that are set for the judge.
function findVersion2({ mounts, own }: Place): Home | null {
  const path = own.match(/^0::(.*)$/m)?.[1];
  if (path === undefined) return null;
  const unified = join(mounts, path);
  const candidates = basename(path) === subgroup ? [unified, dirname(unified)] : [unified];
  const home = candidates.find((folder) => writable(join(folder, 'cgroup.procs')) && gives(folder));
  return home === undefined ? null : { version: 2, unified: home };
}

/** Whether groups below this one can be limited; the kernel refuses where processes are in the way. */
function gives(folder: string): boolean {
  try {
    writeFileSync(join(folder, 'cgroup.subtree_control'), '+memory +pids');
    return true;
  } catch {
    return false;
  }
}

/** What not every kernel has, or lets be set: better with it, good without. */
function writeIfThere(path: string, text: string): void {
  try {
    if (existsSync(path)) writeFileSync(path, text);
  } catch {
    // Without, then.
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
