/** Which layers of the sandbox are in force on this machine: a line each, tried and not believed. */
import { existsSync, readFileSync } from 'node:fs';
import type { ConfinementLayers } from '#judge/confine.ts';
import { readCommandConfig } from '../config.ts';
import type { Finding } from './finding.ts';

export async function examineSandbox(): Promise<Finding[]> {
  const { probeConfinement } = await import('#judge/confine.ts');
  return [...tellLayers(await probeConfinement()), examineSupervisor()];
}

/** A line for each layer that was looked for. */
export function tellLayers({ trouble, cgroup, missing, ...walls }: ConfinementLayers): Finding[] {
  return [
    {
      name: 'sandbox',
      state: trouble === null ? 'good' : 'bad',
      text: trouble === null ? 'a confined process was started and looked at' : tellTrouble(trouble, missing),
    },
    ...layers.map(({ layer, name, stops }) => tellWall({ name, stops, holds: walls[layer] })),
    tellCgroup(cgroup),
  ];
}

type Layer = {
  layer: keyof Omit<ConfinementLayers, 'trouble' | 'cgroup' | 'missing'>;
  name: string;
  stops: string;
};

const layers: Layer[] = [
  { layer: 'bubblewrap', name: 'bubblewrap', stops: 'an empty file system, but for Node and what is named' },
  { layer: 'namespaces', name: 'namespaces', stops: 'no network, no other process, no user of this machine' },
  { layer: 'seccomp', name: 'seccomp', stops: 'system calls that Node does not need are refused' },
  { layer: 'noNewPrivileges', name: 'no-new-privs', stops: 'no program can give rights back' },
  { layer: 'noCapabilities', name: 'capabilities', stops: 'none, nor a way to have one' },
  { layer: 'rlimits', name: 'rlimits', stops: 'no file, no core dump, few descriptors' },
  { layer: 'nodePermission', name: 'permission', stops: 'Node’s own --permission' },
];

function tellWall({ name, stops, holds }: Omit<Layer, 'layer'> & { holds: boolean }): Finding {
  return { name, state: holds ? 'good' : 'bad', text: holds ? stops : 'not in force' };
}

function tellCgroup(version: 1 | 2 | null): Finding {
  return version === null
    ? {
        name: 'cgroup',
        state: 'note',
        text: 'none can be made: the supervisor alone bounds memory and processes; docs/security.md tells how to delegate one',
      }
    : {
        name: 'cgroup',
        state: 'good',
        text: `version ${version} bounds memory and processes of each sandbox`,
      };
}

function examineSupervisor(): Finding {
  return existsSync(`/proc/self/task/${process.pid}/children`)
    ? {
        name: 'supervisor',
        state: 'good',
        text: 'bounds CPU, time, memory and processes, looking every 5 ms',
      }
    : {
        name: 'supervisor',
        state: 'bad',
        text: 'cannot follow the children of a process: the kernel lacks CONFIG_PROC_CHILDREN, or /proc is not mounted',
      };
}

// What keeps an ordinary user from making a namespace, and what to do about it.
const obstacles: [path: string, forbids: string, remedy: string][] = [
  ['/proc/sys/user/max_user_namespaces', '0', 'sysctl user.max_user_namespaces=15000'],
  ['/proc/sys/kernel/unprivileged_userns_clone', '0', 'sysctl kernel.unprivileged_userns_clone=1'],
  [
    '/proc/sys/kernel/apparmor_restrict_unprivileged_userns',
    '1',
    'an AppArmor profile that lets bwrap make user namespaces (docs/security.md)',
  ],
];

function tellTrouble(trouble: string, missing: string | null): string {
  const remedies = (missing === null ? obstacles : [])
    .filter(([path, forbids]) => existsSync(path) && readFileSync(path, 'utf8').trim() === forbids)
    .map(([, , remedy]) => remedy);
  const consequence = readCommandConfig().weakSandbox
    ? 'WHETSTONE_WEAK_SANDBOX=1: submissions run all the same'
    : 'nothing is judged here until that is remedied (or WHETSTONE_WEAK_SANDBOX=1, where all who submit are trusted)';
  return [trouble, ...remedies.map((remedy) => `perhaps needed: ${remedy}`), consequence].join(' · ');
}
