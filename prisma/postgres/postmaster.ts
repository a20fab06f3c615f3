import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a Postgres server says of itself in its data folder. */
export type Postmaster = { pid: number; ready: boolean };

/** The server that runs on this data folder, if one does. */
export function findPostmaster(dataFolder: string): Postmaster | undefined {
  let text: string;
  try {
    text = readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8');
  } catch {
    return undefined;
  }
  // https://www.postgresql.org/docs/18/storage-file-layout.html: line 1 the process, line 8 its state.
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isPostgres(pid)) return undefined;
  return { pid, ready: lines[7]?.trim() === 'ready' };
}

/**
 * Whether a process lives and is a Postgres: after a crash the file stays, and its number may be another's by now.
 * Not so a zombie, which has no command line.
 */
export function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    // No /proc (macOS): a living process has to do.
    return true;
  }
}
