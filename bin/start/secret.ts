import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCommandConfig } from '../config.ts';

/** What signs sessions: BETTER_AUTH_SECRET, or a secret made on first use and kept in the data folder. */
export function readSecret(dataFolder: string): string {
  const { authSecret } = readCommandConfig();
  if (authSecret !== undefined) return authSecret;
  const path = join(dataFolder, 'secret');
  if (!existsSync(path)) {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    writeFileSync(path, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  }
  return readFileSync(path, 'utf8').trim();
}
