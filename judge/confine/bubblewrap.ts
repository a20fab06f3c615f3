/** The command line of bubblewrap: everything is cut off but what is named. */
import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';

type Rlimits = {
  /** Address space; null where a program reserves more than it uses (WebAssembly, GPU drivers). */
  addressSpaceMiB: number | null;
  processes: number;
  openFiles: number;
};

type Walls = {
  program: string;
  args: string[];
  readable: string[];
  libraries: string[];
  devices: string[];
  ownPath: string | null;
  environment: Record<string, string>;
  workingFolder: string;
  rlimits: Rlimits;
  tools: Tools;
  infoFd: number;
  blockFd: number;
  seccompFd: number;
};

// Go's runtime sends its threads signals; far fewer wait at a time.
const maxPendingSignals = 256;

export type Tools = { bwrap: string; prlimit: string };

/** Arguments for bubblewrap, in the order in which it lays the mounts over each other. */
export function bubblewrapArgs(walls: Walls): string[] {
  const { tools, rlimits } = walls;
  const readable = new Set([
    ...walls.readable,
    ...walls.libraries.flatMap((library) => [library, ...librariesOf(library)]),
    walls.program,
    ...librariesOf(walls.program),
    tools.prlimit,
    ...librariesOf(tools.prlimit),
  ]);
  return [
    ...[
      '--unshare-all',
      '--unshare-user',
      '--disable-userns',
      '--die-with-parent',
      '--new-session',
      '--clearenv',
    ],
    // Nobody inside, and no capability, whoever the judge runs as.
    ...['--uid', '65534', '--gid', '65534', '--cap-drop', 'ALL', '--hostname', 'sandbox'],
    ...['--info-fd', `${walls.infoFd}`, '--block-fd', `${walls.blockFd}`],
    ...['--seccomp', `${walls.seccompFd}`],
    // No /proc, /dev, /sys or /tmp: what is not there can be neither read nor written. A device's node is the host's
    // own, which its owner, if that is who the judge runs as, could otherwise change.
    ...(walls.ownPath === null ? [] : ['--symlink', walls.ownPath, '/proc/self/exe']),
    ...walls.devices.flatMap((device) => ['--dev-bind', device, device, '--remount-ro', device]),
    ...[...readable].flatMap((path) => ['--ro-bind', path, path]),
    ...['--remount-ro', '/', '--chdir', walls.workingFolder],
    ...Object.entries(walls.environment).flatMap(([name, value]) => ['--setenv', name, value]),
    ...['--', tools.prlimit, ...rlimitFlags(rlimits), walls.program, ...walls.args],
  ];
}

function rlimitFlags({ addressSpaceMiB, processes, openFiles }: Rlimits): string[] {
  return [
    ...(addressSpaceMiB === null ? [] : [`--as=${addressSpaceMiB * 2 ** 20}`]),
    `--nproc=${processes}`,
    `--nofile=${openFiles}`,
    // Where dumps go to a program of the host, a limit of 0 means nothing and 1 that none is made.
    ...['--core=1', '--fsize=0', '--locks=0', '--memlock=0', '--msgqueue=0', '--nice=0', '--rtprio=0'],
    `--sigpending=${maxPendingSignals}`,
    '--',
  ];
}

export type SystemPackage = 'bubblewrap' | 'util-linux';

/** bubblewrap and prlimit, or the package of the one that is missing. */
export function findTools(): Tools | { missing: SystemPackage } {
  const bwrap = findProgram('bwrap');
  if (!bwrap) return { missing: 'bubblewrap' };
  const prlimit = findProgram('prlimit');
  return prlimit ? { bwrap, prlimit } : { missing: 'util-linux' };
}

function findProgram(name: string): string | undefined {
  // Fixed places: what runs as the judge must not depend on somebody's PATH.
  return ['/usr/bin', '/bin', '/usr/local/bin', '/usr/sbin', '/run/current-system/sw/bin']
    .map((folder) => `${folder}/${name}`)
    .find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const known = new Map<string, string[]>();

/** The shared libraries and the loader of a program or library of ours, as `ldd` tells them. */
function librariesOf(program: string): string[] {
  const found = known.get(program);
  if (found) return found;
  const libraries = [...listLibraries(program).matchAll(/(\/\S+) \(0x[0-9a-f]+\)/g)].map(
    ([, path]) => path ?? '',
  );
  known.set(program, libraries);
  return libraries;
}

function listLibraries(program: string): string {
  try {
    return execFileSync('ldd', [program], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    // A static program has none and ldd fails on it.
    return '';
  }
}
