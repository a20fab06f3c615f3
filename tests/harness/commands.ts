/** The `whetstone` command and others, run beside a test. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { vi } from 'vitest';
import { bareEnvironment } from './bare-environment.ts';

const root = join(import.meta.dirname, '../..');

export type Running = {
  /** What it has said on both outputs so far. */
  said(): string;
  /** Resolves when it has said this. */
  untilSaid(text: string | RegExp): Promise<void>;
  /** Ends its input. */
  finish(): void;
  /** Exit code and standard output. */
  ended: Promise<{ status: number | null; stdout: string }>;
  process: ChildProcess;
};

/** Runs a command to its end, with nothing in its environment but what is given. */
export function runWhetstone(args: string[], environment: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(join(root, 'bin/whetstone'), args, {
    encoding: 'utf8',
    timeout: 120_000,
    env: bareEnvironment(environment),
  });
  return { status, stdout, stderr };
}

/** Starts a command, to be looked at while it runs. */
export function beginWhetstone(args: string[], environment: Record<string, string> = {}): Running {
  return begin(join(root, 'bin/whetstone'), args, environment);
}

/** A command that has the database of the data folder until it is told to finish ({@link file://./holder.ts}). */
export async function holdDatabase(data: string): Promise<Running> {
  const holder = join(import.meta.dirname, 'holder.ts');
  const running = begin(process.execPath, ['--disable-warning=ExperimentalWarning', holder, data], {});
  await running.untilSaid('has it');
  return running;
}

function begin(command: string, args: string[], environment: Record<string, string>): Running {
  const child = spawn(command, args, { cwd: root, env: bareEnvironment(environment) });
  let said = '';
  let stdout = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const ended = new Promise<{ status: number | null; stdout: string }>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, stdout }));
  });
  return {
    said: () => said,
    untilSaid: (text) =>
      vi.waitFor(
        () => {
          if (!(typeof text === 'string' ? said.includes(text) : text.test(said)))
            throw new Error(`it has not said ${text}, but:\n${said}`);
        },
        { timeout: 60_000, interval: 20 },
      ),
    finish: () => child.stdin.end(),
    ended,
    process: child,
  };
}
