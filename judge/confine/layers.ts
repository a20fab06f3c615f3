/** Which walls stand around a process, told by the kernel from outside: the process has no say in it. */
import { readFileSync, readlinkSync } from 'node:fs';

export type Walls = {
  /** None of the namespaces is the judge's own. */
  namespaces: boolean;
  seccomp: boolean;
  noNewPrivileges: boolean;
  /** No capability is left, nor can one be had again. */
  noCapabilities: boolean;
  rlimits: boolean;
};

export const noWalls: Walls = {
  namespaces: false,
  seccomp: false,
  noNewPrivileges: false,
  noCapabilities: false,
  rlimits: false,
};

const namespaces = ['cgroup', 'ipc', 'mnt', 'net', 'pid', 'user', 'uts'];
const capabilitySets = ['CapInh', 'CapPrm', 'CapEff', 'CapBnd', 'CapAmb'];

/** Of the program that bubblewrap's first process, `root`, has started. */
export function wallsAround(root: number): Walls {
  const [program = ''] = read(root, `task/${root}/children`).split(' ');
  const status = read(program, 'status');
  const says = (field: string) => new RegExp(`^${field}:\\s*(\\S+)$`, 'm').exec(status)?.[1] ?? '';
  return {
    namespaces: namespaces.every((name) => link(program, name) !== link('self', name)),
    seccomp: says('Seccomp') === '2',
    noNewPrivileges: says('NoNewPrivs') === '1',
    noCapabilities: capabilitySets.every((set) => /^0+$/.test(says(set))),
    rlimits: /^Max file size +0 +0 /m.test(read(program, 'limits')),
  };
}

function read(pid: number | string, name: string): string {
  return readFileSync(`/proc/${pid}/${name}`, 'utf8');
}

function link(pid: string, namespace: string): string {
  return readlinkSync(`/proc/${pid}/ns/${namespace}`);
}
