/** Control groups on made-up folders: the kernel's files as far as they are written and read here. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCgroup, findHome } from './cgroup.ts';

let mounts: string;
beforeEach(() => {
  mounts = mkdtempSync(join(tmpdir(), 'cgroup-'));
});
afterEach(() => rmSync(mounts, { recursive: true }));

/** A group of version 2; `busy` as the kernel is where the group holds processes: no controller can be passed on. */
function unified(path: string, { busy }: { busy: boolean }): void {
  mkdirSync(join(mounts, path), { recursive: true });
  writeFileSync(join(mounts, path, 'cgroup.procs'), '');
  // A folder in place of the file refuses to be written, even to root.
  if (busy) mkdirSync(join(mounts, path, 'cgroup.subtree_control'));
  else writeFileSync(join(mounts, path, 'cgroup.subtree_control'), '');
}

function controller(name: string, path = ''): void {
  mkdirSync(join(mounts, name, path), { recursive: true });
  writeFileSync(join(mounts, name, path, 'cgroup.procs'), '');
}

const read = (...path: string[]) => readFileSync(join(mounts, ...path), 'utf8');

test('version 1: the own group of each controller, or the root of the mount in a container', () => {
  controller('memory', 'docker/1');
  controller('pids');
  expect(findHome({ mounts, own: '8:pids:/docker/1\n4:cpu,memory:/docker/1\n0::/\n' })).toEqual({
    version: 1,
    memory: join(mounts, 'memory/docker/1'),
    pids: join(mounts, 'pids'),
  });
});

test('version 1: both bounds are set, and the process taken in, before it runs', () => {
  controller('memory');
  controller('pids');
  const home = findHome({ mounts, own: '8:pids:/\n4:memory:/\n' });
  const group = createCgroup({ memoryMiB: 64, processes: 7 }, home);
  group?.add(4711);
  const [name = ''] = readdirSync(join(mounts, 'pids')).filter((entry) => entry.startsWith('whetstone-'));
  expect(read('memory', name, 'memory.limit_in_bytes')).toBe(String(64 * 2 ** 20));
  expect(read('pids', name, 'pids.max')).toBe('7');
  expect([read('memory', name, 'cgroup.procs'), read('pids', name, 'cgroup.procs')]).toEqual([
    '4711',
    '4711',
  ]);
  expect(group?.ranOutOfMemory()).toBe(false);
  writeFileSync(
    join(mounts, 'memory', name, 'memory.oom_control'),
    'oom_kill_disable 0\nunder_oom 0\noom_kill 1\n',
  );
  expect(group?.ranOutOfMemory()).toBe(true);
});

test('version 1: of a group that can only be made in part nothing is left', () => {
  controller('memory');
  const home = { version: 1, memory: join(mounts, 'memory'), pids: join(mounts, 'missing') } as const;
  expect(() => createCgroup({ memoryMiB: 64, processes: 7 }, home)).toThrow('ENOENT');
  expect(readdirSync(join(mounts, 'memory'))).toEqual(['cgroup.procs']);
});

test('version 2: a group that holds the judge itself can give no limits', () => {
  unified('system.slice', { busy: false });
  unified('system.slice/whetstone.service', { busy: true });
  expect(findHome({ mounts, own: '0::/system.slice/whetstone.service\n' })).toBeNull();
});

test('version 2: a delegated unit with the judge in a subgroup', () => {
  unified('system.slice/whetstone.service', { busy: false });
  unified('system.slice/whetstone.service/judge', { busy: true });
  const home = findHome({ mounts, own: '0::/system.slice/whetstone.service/judge\n' });
  expect(home).toEqual({ version: 2, unified: join(mounts, 'system.slice/whetstone.service') });
  expect(read('system.slice/whetstone.service/cgroup.subtree_control')).toBe('+memory +pids');
});

test('version 2: memory, processes and the kernel’s word on them', () => {
  unified('own', { busy: false });
  const group = createCgroup({ memoryMiB: 64, processes: 7 }, findHome({ mounts, own: '0::/own\n' }));
  group?.add(4711);
  const [name = ''] = readdirSync(join(mounts, 'own')).filter((entry) => entry.startsWith('whetstone-'));
  expect(read('own', name, 'memory.max')).toBe(String(64 * 2 ** 20));
  expect(read('own', name, 'pids.max')).toBe('7');
  expect(read('own', name, 'cgroup.procs')).toBe('4711');
  group?.setMemory(128);
  expect(read('own', name, 'memory.max')).toBe(String(128 * 2 ** 20));
  writeFileSync(join(mounts, 'own', name, 'memory.events'), 'low 0\nmax 3\noom 1\noom_kill 0\n');
  expect(group?.ranOutOfMemory()).toBe(false);
  writeFileSync(join(mounts, 'own', name, 'memory.events'), 'low 0\nmax 3\noom 1\noom_kill 2\n');
  expect(group?.ranOutOfMemory()).toBe(true);
});

test('where there are no groups, or none that may be written, there is no home', () => {
  expect(findHome({ mounts, own: '' })).toBeNull();
  expect(findHome({ mounts, own: '0::/\n' })).toBeNull();
  expect(createCgroup({ memoryMiB: 64, processes: 7 }, null)).toBeNull();
});
