// @ts-check
/**
 * The first thing that runs, on whatever Node is there (16 or later): brings the Node that Whetstone is written
 * for and the packages it needs, where they are missing, and hands over to `whetstone.ts`. Plain JavaScript
 * without packages, since there are none yet. Says what it does on standard error, so that verbs own the output.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const toolchain = join(root, '.toolchain');
// biome-ignore lint/style/noProcessEnv: this runs before there is anything to read a configuration with
const environment = process.env;
const wantedNode = readFileSync(join(root, '.node-version'), 'utf8').trim();

const unreachable =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT/;

/** @typedef {{ code: number | null, signal: NodeJS.Signals | null, said: string }} Ending */

/** @type {import('node:child_process').ChildProcess | undefined} */
let child;
/** @type {NodeJS.Signals | undefined} */
let stopped;

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    stopped = signal;
    child?.kill(signal);
  });
}

// npm killed outright tells nobody, and what it started would stay. Between npm and us may stand its shell.
if (environment['npm_lifecycle_event'] !== undefined) {
  const before = ancestors();
  setInterval(() => {
    if (ancestors() !== before) child?.kill('SIGTERM');
  }, 500).unref();
}

try {
  const node = await provideNode();
  await providePackages(node);
  await handOver(node, process.argv.slice(2));
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  process.exitCode = 2;
}

function ancestors() {
  const { ppid } = process;
  const stat = `/proc/${ppid}/stat`;
  // proc_pid_stat(5): after the name in brackets come the state and the parent.
  const grandparent = existsSync(stat) ? readFileSync(stat, 'utf8').split(') ').pop()?.split(' ')[1] : '';
  return `${ppid} ${grandparent}`;
}

/** @returns {Promise<string>} */
async function provideNode() {
  if (process.versions.node === wantedNode) return process.execPath;
  const home = join(toolchain, 'node_modules', 'node');
  const node = join(home, 'bin', 'node');
  discardHalf('node', home);
  if (existsSync(node) && readVersion(join(home, 'package.json')) === wantedNode) return node;
  // The package for this very machine, under the name `node`: it holds the binary and needs no install script.
  const maker = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  const alias = `node@npm:${maker}-${process.platform}-${process.arch}@${wantedNode}`;
  await step(`bring Node ${wantedNode}`, () =>
    whole('node', () =>
      npm(process.execPath, ['install', '--prefix', toolchain, '--no-save', '--no-package-lock', alias]),
    ),
  );
  if (!existsSync(node))
    throw new Error(`there is no Node ${wantedNode} for ${process.platform}-${process.arch}`);
  return node;
}

/** @param {string} node */
async function providePackages(node) {
  discardHalf('packages', join(root, 'node_modules'));
  if (!packagesAreMissing()) return;
  // Not `npm ci`: it refuses a lock file without the optional packages of systems that the registry lacks.
  // `--no-save` takes the locked versions all the same, and the check after it holds it to them.
  await step('install the packages', () =>
    whole('packages', () => npm(node, ['install', '--prefix', root, '--no-save'])),
  );
  if (packagesAreMissing()) throw new Error('npm did not install what package-lock.json asks for');
}

/** Stands while something is being installed; `bin/whetstone` asks for `packages`, too. @param {string} what */
function markOf(what) {
  return join(toolchain, `installing-${what}`);
}

/** @param {string} what @param {() => Promise<void>} act */
async function whole(what, act) {
  mkdirSync(toolchain, { recursive: true });
  writeFileSync(markOf(what), '');
  try {
    await act();
  } finally {
    // npm that fails by itself puts back what was there; one that is stopped does not.
    if (!stopped) rmSync(markOf(what));
  }
}

/**
 * Removes what an installation that was killed has left: npm takes a folder that is there for a package that is whole.
 *
 * @param {string} what @param {string} folder
 */
function discardHalf(what, folder) {
  if (existsSync(markOf(what))) rmSync(folder, { recursive: true, force: true });
}

// npm's own account of what is installed, against what should be: holds whoever installed it, and is written
// last, so that an interrupted installation is noticed.
function packagesAreMissing() {
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
  const wanted = readPackages(join(root, 'package-lock.json'));
  if (!wanted)
    throw new Error('package-lock.json is missing or damaged: this is not a whole copy of Whetstone');
  return (
    !installed ||
    Object.entries(wanted).some(([path, { version, integrity, optional }]) => {
      if (path === '') return false;
      const there = installed[path];
      // Optional ones are for other systems, or for this one.
      return there ? there.version !== version || there.integrity !== integrity : optional !== true;
    })
  );
}

/** @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean }>} Packages */

/** @param {string} path @returns {Packages | undefined} */
function readPackages(path) {
  return readJson(path)?.packages;
}

/** @param {string} path @returns {string | undefined} */
function readVersion(path) {
  return readJson(path)?.version;
}

/** Undefined where it is not there, or cut short by a power cut: then what it tells of counts as not installed. @param {string} path */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param {string} name @param {() => Promise<void>} act */
async function step(name, act) {
  const started = Date.now();
  process.stderr.write(`  … ${name}\n`);
  await act();
  process.stderr.write(`  ✓ ${name}  ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}

/** @param {string} node @param {string[]} args */
async function npm(node, args) {
  // The npm that started us, run by the Node asked for; else the one on the path.
  const script = environment['npm_execpath'];
  const [command, ...before] = script?.endsWith('.js') ? [node, script] : ['npm'];
  const path = `${dirname(node)}:${environment['PATH'] ?? ''}`;
  const quiet = [
    '--no-fund',
    '--no-audit',
    '--no-progress',
    '--fetch-retry-mintimeout=1000',
    '--fetch-retry-maxtimeout=5000',
  ];
  const { code, said } = await run(command, [...before, ...args, ...quiet], {
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: root,
    env: { ...environment, PATH: path, npm_config_update_notifier: 'false' },
  });
  if (stopped) throw new Error('stopped');
  if (code !== 0) throw new Error(explain(said));
}

/** @param {string} said */
function explain(said) {
  const reason = unreachable.exec(said)?.[0];
  if (reason) {
    return [
      `The npm registry cannot be reached (${reason}). The first start needs the network: it fetches Node ${wantedNode} and the packages. After that none is needed.`,
      'What to do: connect, or tell npm its proxy (`npm config set https-proxy http://…`) or a registry nearby (`npm config set registry https://…`), and run the same command again.',
    ].join('\n');
  }
  if (/ENOSPC/.test(said))
    return 'The disk is full: about 2 GB are needed. Make room and run the same command again.';
  if (/EACCES|EPERM|EROFS/.test(said)) {
    return `npm may not write to ${root}. Use a folder of your own, or give this one to yourself (chown), and run the same command again.\n\n${tail(said)}`;
  }
  return `npm failed; run the same command again once this is dealt with:\n\n${tail(said)}`;
}

/** @param {string} said */
function tail(said) {
  return said.trim().split('\n').slice(-15).join('\n');
}

/** @param {string} node @param {string[]} args */
async function handOver(node, args) {
  if (stopped) return;
  // A developer's tool is a file (`tests/bench/judge.ts`); everything else a verb of Whetstone's.
  const program = args[0]?.endsWith('.ts') ? args : [join(root, 'bin', 'whetstone.ts'), ...args];
  const { code, signal } = await run(node, ['--disable-warning=ExperimentalWarning', ...program], {
    // The channel carries nothing: its end tells the other side that we are gone, SIGKILL included.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: {
      // What was compiled once is kept for every process of ours, as in bin/whetstone.
      NODE_COMPILE_CACHE: join(toolchain, 'compiled'),
      ...environment,
      PATH: `${dirname(node)}:${environment['PATH'] ?? ''}`,
    },
  });
  if (signal) {
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  }
  process.exitCode = code ?? 2;
}

/**
 * @param {string} command @param {string[]} args @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<Ending>}
 */
function run(command, args, options) {
  return new Promise((fulfil, reject) => {
    let said = '';
    child = spawn(command, args, options);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        said = (said + chunk).slice(-65536);
      });
    }
    child.once('error', (cause) => reject(new Error(`${command} does not start: ${cause.message}`)));
    child.once('close', (code, signal) => fulfil({ code, signal, said }));
  });
}
