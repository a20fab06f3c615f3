/** What the parts of a running Whetstone use, read from /proc. */
import { readdirSync, readFileSync } from 'node:fs';

export const parts = ['judge', 'site', 'postgres', 'sandboxes'] as const;
export type Part = (typeof parts)[number];

/** Memory is what is a process's own and in memory: what all backends of Postgres share would be counted many times. */
export type Use = { processes: number; memoryMiB: number; descriptors: number; threads: number };

export type Sample = Record<Part, Use> & {
  /** Control groups of sandboxes, and whatever lies in the folder for temporary files. */
  groups: number;
  temporary: number;
};

/** `root` is the process of `whetstone start`; `temporary` the folder that it was given for temporary files. */
export function takeSample(root: number, temporary: string): Sample {
  const uses = Object.fromEntries(parts.map((part) => [part, nothing()])) as Record<Part, Use>;
  let judgePid = 0;
  for (const { pid, part } of treeOf(root, undefined)) {
    if (part === undefined) continue;
    if (part === 'judge') judgePid = pid;
    add(uses[part], pid);
  }
  for (const use of Object.values(uses)) use.memoryMiB = Math.round(use.memoryMiB * 10) / 10;
  return { ...uses, groups: countGroups(judgePid), temporary: readFolder(temporary).length };
}

function nothing(): Use {
  return { processes: 0, memoryMiB: 0, descriptors: 0, threads: 0 };
}

function add(use: Use, pid: number): void {
  const status = readText(`/proc/${pid}/status`);
  const number = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
  use.processes += 1;
  use.memoryMiB += number('RssAnon') / 1024;
  use.threads += number('Threads');
  use.descriptors += readFolder(`/proc/${pid}/fd`).length;
}

type Placed = { pid: number; part: Part | undefined };

function treeOf(pid: number, above: Part | undefined): Placed[] {
  const part = partOf(pid, above);
  const tasks = readFolder(`/proc/${pid}/task`);
  const children = tasks.flatMap((task) => readText(`/proc/${pid}/task/${task}/children`).split(' '));
  return [{ pid, part }, ...children.filter(Boolean).flatMap((child) => treeOf(Number(child), part))];
}

function partOf(pid: number, above: Part | undefined): Part | undefined {
  const command = readText(`/proc/${pid}/cmdline`);
  if (command.includes('judge/main.ts')) return 'judge';
  if (command.includes('next')) return 'site';
  if (command.includes('postgres')) return 'postgres';
  // What a judge starts is a sandbox of some kind: submissions, the type checker, the reference engine.
  return above === 'judge' || above === 'sandboxes' ? 'sandboxes' : above;
}

function countGroups(judgePid: number): number {
  const own = /^\d+:(?:.*,)?memory(?:,.*)?:(.*)$/m.exec(readText('/proc/self/cgroup'))?.[1] ?? '/';
  const places = [`/sys/fs/cgroup/memory${own}`, '/sys/fs/cgroup/memory', `/sys/fs/cgroup${own}`];
  const names = new Set(places.flatMap(readFolder));
  return [...names].filter((name) => name.startsWith(`whetstone-${judgePid}-`)).length;
}

function readFolder(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
