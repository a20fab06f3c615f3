/**
 * Hosts on one switch, of which a cable can be pulled: network namespaces, joined by a bridge in the database's own. Nothing
 * of it is seen outside. What is pulled is the cable at the switch, so that neither end is told.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export type Hosts = {
  /** Where the database's host is reached by the others. */
  databaseAddress: string;
  /** All of them. */
  subnet: string;
  /** What stands before a command that is to run on a host; `database` is one, too. */
  on(host: string): string[];
  /** Which host a process runs on, if one of these. */
  hostOf(pid: number): string | undefined;
  /** From now on nothing passes from or to it, without a word to anybody. */
  cut(host: string): void;
  mend(host: string): void;
  close(): void;
};

/** Why hosts can't be made here, or null. */
export function troubleWithHosts(): string | null {
  if (process.getuid?.() !== 0) return 'network namespaces need root';
  const probe = `whetstone-probe-${process.pid}`;
  try {
    ip('netns', 'add', probe);
    ip('netns', 'delete', probe);
    return null;
  } catch (cause) {
    return `no network namespace can be made: ${cause instanceof Error ? cause.message.split('\n')[0] : cause}`;
  }
}

const gateway = '10.83.0.1';

export function openHosts(names: readonly string[]): Hosts {
  const prefix = `whetstone-${process.pid}`;
  const spaceOf = (host: string) => `${prefix}-${host}`;
  const portOf = (host: string) => `port${names.indexOf(host)}`;
  const switchSpace = spaceOf('database');
  const all = [...names, 'database'];
  sweep();
  const close = () => {
    for (const host of all) if (spaces().includes(spaceOf(host))) ip('netns', 'delete', spaceOf(host));
  };
  try {
    for (const host of all) {
      ip('netns', 'add', spaceOf(host));
      ip('-n', spaceOf(host), 'link', 'set', 'lo', 'up');
    }
    ip('-n', switchSpace, 'link', 'add', 'switch', 'type', 'bridge');
    ip('-n', switchSpace, 'address', 'add', `${gateway}/24`, 'dev', 'switch');
    ip('-n', switchSpace, 'link', 'set', 'switch', 'up');
    for (const [index, host] of names.entries()) {
      const [space, port] = [spaceOf(host), portOf(host)];
      ip('-n', switchSpace, 'link', 'add', port, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', space);
      ip('-n', switchSpace, 'link', 'set', port, 'master', 'switch', 'up');
      ip('-n', space, 'address', 'add', `10.83.0.${10 + index}/24`, 'dev', 'eth0');
      ip('-n', space, 'link', 'set', 'eth0', 'up');
    }
  } catch (error) {
    close();
    throw error;
  }
  return {
    databaseAddress: gateway,
    subnet: '10.83.0.0/24',
    on: (host) => ['nsenter', `--net=/run/netns/${spaceOf(host)}`],
    hostOf: (pid) => all.find((host) => ip('netns', 'identify', String(pid)).trim() === spaceOf(host)),
    cut: (host) => void ip('-n', switchSpace, 'link', 'set', portOf(host), 'nomaster'),
    mend: (host) => void ip('-n', switchSpace, 'link', 'set', portOf(host), 'master', 'switch'),
    close,
  };
}

/** Removes what a test that was killed has left. */
function sweep(): void {
  for (const space of spaces()) {
    const owner = /^whetstone-(\d+)-/.exec(space)?.[1];
    if (owner !== undefined && !existsSync(`/proc/${owner}`)) ip('netns', 'delete', space);
  }
}

function spaces(): string[] {
  return ip('netns', 'list')
    .split('\n')
    .map((line) => line.split(' ')[0] ?? '');
}

function ip(...args: string[]): string {
  return execFileSync('ip', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
