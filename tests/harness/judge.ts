/** A judge as a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export type RunningJudge = { process: ChildProcess; stop(signal?: NodeJS.Signals): Promise<void> };

/** Resolves when it says that it is ready. */
export async function startJudge(environment: Record<string, string>): Promise<RunningJudge> {
  const child = spawn(process.execPath, ['judge/main.ts'], {
    env: { NODE_ENV: 'test', ...environment },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  for await (const chunk of child.stdout) if (String(chunk).includes('judge: ready')) break;
  return {
    process: child,
    async stop(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill(signal);
      await once(child, 'exit');
    },
  };
}
