import { spawn } from 'node:child_process';
import { tieToUs } from '#prisma/lifeline.ts';
import { environmentWith, rootFolder } from './config.ts';
import { CommandFailure } from './failure.ts';

type Options = { signal?: AbortSignal; environment?: Record<string, string> };

/** Runs a program to its end in the root folder. Throws its last words where it fails, or the signal's reason. */
export async function runProgram(
  command: string,
  args: string[],
  { signal, environment = {} }: Options = {},
): Promise<string> {
  signal?.throwIfAborted();
  const child = spawn(command, args, {
    cwd: rootFolder,
    env: environmentWith(environment),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const { pid } = child;
  const lifeline = pid === undefined ? undefined : tieToUs(pid, { signal: 'TERM', graceSeconds: 5 });
  const stop = () => pid !== undefined && process.kill(-pid, 'SIGTERM');
  signal?.addEventListener('abort', stop, { once: true });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-65_536);
    });
  }
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject).once('close', resolve);
    });
    signal?.throwIfAborted();
    if (code === 0) return said;
  } finally {
    signal?.removeEventListener('abort', stop);
    lifeline?.cut();
  }
  const words = said.trim().split('\n').slice(-30).join('\n');
  throw new CommandFailure(`${[command, ...args].join(' ')} failed:\n\n${words}`);
}
