import { dirname } from 'node:path';

/**
 * What a command is given that takes nothing from who runs the tests; the Node that runs them is there, wherever it lies.
 * `NODE_ENV` means nothing to it; Next's types demand it of every environment.
 */
export function bareEnvironment(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  return { PATH: `${dirname(process.execPath)}:/usr/bin:/bin`, NODE_ENV: 'test', ...more };
}
