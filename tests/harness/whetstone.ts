/** The whole of Whetstone, started as a user starts it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environmentWith } from '#bin/config.ts';
import { findFreePort } from './free-port.ts';

const root = join(import.meta.dirname, '../..');

export type RunningWhetstone = {
  /** `http://localhost:PORT` */
  baseUrl: string;
  /** Its data folder: for `whetstone user add --data` and the like. */
  data: string;
  /** The process of the command itself. */
  process: ChildProcess;
  /** What it has said so far. */
  said(): string;
  /** Stops it and removes its data. */
  stop(): Promise<void>;
};

export type StartOptions = {
  data?: string;
  environment?: Record<string, string>;
  /** A command that runs the command after it, such as `unshare`. */
  within?: string[];
  /** What starts it, up to its options: `['npm', 'start', '--']`. */
  by?: string[];
  /** Called with all it has said whenever it says more. */
  hear?: (said: string) => void;
};

/** Starts it on a free port with data of its own, or those of `data`; resolves when it says that it is ready. */
export async function startWhetstone(options: StartOptions = {}): Promise<RunningWhetstone> {
  const data = options.data ?? mkdtempSync(join(tmpdir(), 'whetstone-e2e-'));
  const port = await findFreePort();
  const [command = '', ...args] = [
    ...(options.within ?? []),
    ...(options.by ?? [join(root, 'bin/whetstone'), 'start']),
    ...['--data', data, '--port', String(port)],
  ];
  const child = spawn(command, args, {
    cwd: root,
    // The channel ends with the test, and Whetstone with the channel.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // What the problems' expected outputs are was computed by the tests before.
    env: environmentWith({
      NODE_ENV: 'production',
      WHETSTONE_CACHE_DIR: join(root, '.whetstone/cache'),
      ...options.environment,
    }),
  });
  // Pipes are streams here, whatever a channel makes the types say.
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error('no pipes');
  let said = '';
  await new Promise<void>((resolve, reject) => {
    for (const stream of [stdout, stderr]) {
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        options.hear?.(said);
        if (said.includes('Whetstone is ready at')) resolve();
      });
    }
    child.once('exit', () => reject(new Error(`whetstone start ended:\n${said}`)));
  });
  return {
    baseUrl: `http://localhost:${port}`,
    data,
    process: child,
    said: () => said,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      if (options.data === undefined) rmSync(data, { recursive: true, force: true });
    },
  };
}
