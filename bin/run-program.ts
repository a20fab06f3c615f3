import { type ChildProcess, spawn } from 'node:child_process';
import { tieToUs } from '#prisma/lifeline.ts';
import { environmentWith, rootFolder } from './config.ts';
import { CommandFailure } from './failure.ts';
import { killGroup } from './kill-group.ts';

type Options = {
  signal?: AbortSignal;
  environment?: Record<string, string>;
  /** Exit codes that are no failure; 0 alone by default. */
  expected?: readonly number[];
};

// Enough for the messages of a linter; the end says most.
const longestWords = 65_536;

/** Runs a program to its end in the root folder and returns its words. Throws them where it fails. */
export async function runProgram(command: string, args: string[], options: Options = {}): Promise<string> {
  let said = '';
  const code = await run([command, ...args], { ...options, stdio: 'pipe' }, (child) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        said = (said + chunk.toString()).slice(-longestWords);
      });
    }
  });
  if (code !== null && (options.expected ?? [0]).includes(code)) return said;
  throw new CommandFailure(`${[command, ...args].join(' ')} failed:\n\n${said.trim()}`);
}

/** Runs a program whose words are shown, and returns its exit code; null where a signal ended it. */
export function runShown(command: string, args: string[], options: Options = {}): Promise<number | null> {
  return run([command, ...args], { ...options, stdio: 'inherit' }, () => undefined);
}

async function run(
  [command = '', ...args]: string[],
  { signal, environment = {}, stdio }: Options & { stdio: 'pipe' | 'inherit' },
  attend: (child: ChildProcess) => void,
): Promise<number | null> {
  signal?.throwIfAborted();
  const child = spawn(command, args, {
    cwd: rootFolder,
    env: environmentWith(environment),
    stdio: ['ignore', stdio, stdio],
    // Ctrl-C is for us, who end it with all that it started.
    detached: true,
  });
  attend(child);
  const { pid } = child;
  const lifeline = pid === undefined ? undefined : tieToUs(pid, { signal: 'TERM', graceSeconds: 5 });
  const stop = () => void child.kill('SIGTERM');
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject).once('close', resolve);
    });
    signal?.throwIfAborted();
    return code;
  } finally {
    signal?.removeEventListener('abort', stop);
    if (signal?.aborted && pid !== undefined) killGroup(pid);
    lifeline?.cut();
  }
}
