import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCommandConfig } from '../config.ts';

/** What signs sessions: BETTER_AUTH_SECRET, or a secret made on first use and kept in the data folder. */
export function readSecret(dataFolder: string): string {
  const { authSecret } = readCommandConfig();
  if (authSecret !== undefined) return authSecret;
  const path = join(dataFolder, 'secret');
  if (findSecret(path) === '') makeSecret(path, dataFolder);
  return findSecret(path);
}

/** Empty where there is none, and where a power cut has left an empty file. */
function findSecret(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : '';
}

// Several may be started on one folder at once: the first makes it, and nobody reads half of one.
function makeSecret(path: string, dataFolder: string): void {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const mine = `${path}.${process.pid}`;
  writeFileSync(mine, randomBytes(32).toString('base64url'), { mode: 0o600, flush: true });
  try {
    // A whole one comes by its link alone; what is there and empty is what a power cut left.
    if (existsSync(path) && findSecret(path) === '') rmSync(path, { force: true });
    linkSync(mine, path);
  } catch (cause) {
    if (!existsSync(path)) throw cause;
  } finally {
    rmSync(mine, { force: true });
  }
}
