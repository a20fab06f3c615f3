import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandFailure } from '../failure.ts';

/** How things lie in the data folder; raised when an older Whetstone could no longer read it. */
export const dataFormat = 1;

/** A data folder that is ours alone until released. */
export type DataFolder = { path: string; release(): void };

/**
 * Makes the folder where it is missing, refuses one of a newer version or in use, and takes it. What a crashed
 * owner left behind is taken over.
 */
export function openDataFolder(path: string): DataFolder {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new CommandFailure(`the data folder ${path} cannot be made; choose another by --data DIR`, {
      cause,
    });
  }
  checkFormat(path);
  try {
    const release = takeLock(path);
    writeFileSync(join(path, 'version'), `${dataFormat}\n`);
    return { path, release };
  } catch (cause) {
    throw explain(path, cause);
  }
}

function explain(path: string, cause: unknown): unknown {
  if (!(cause instanceof Error && 'code' in cause)) return cause;
  if (cause.code === 'ENOSPC' || cause.code === 'EDQUOT')
    return new CommandFailure(
      `the disk of ${path} is full; make room, or choose another folder by --data DIR`,
      {
        cause,
      },
    );
  if (cause.code === 'EACCES' || cause.code === 'EPERM' || cause.code === 'EROFS')
    return new CommandFailure(
      `the data folder ${path} cannot be written to (${cause.code}); give it to yourself, or choose another by --data DIR`,
      { cause },
    );
  return cause;
}

function checkFormat(path: string): void {
  const text = readText(join(path, 'version'))?.trim();
  if (text === undefined) return;
  const format = Number(text);
  if (!Number.isInteger(format) || format < 1) {
    throw new CommandFailure(
      `${join(path, 'version')} should hold a number and holds '${text.slice(0, 40)}'; if this is no data folder of Whetstone, choose another by --data DIR`,
    );
  }
  if (format <= dataFormat) return;
  throw new CommandFailure(
    `the data in ${path} was written by a newer Whetstone (format ${format}; this one knows ${dataFormat}). Update this copy, or choose another folder by --data DIR.`,
  );
}

type Owner = { pid: number; born: string };

function takeLock(path: string): () => void {
  const lock = join(path, 'lock');
  const mine = join(path, `lock.${process.pid}`);
  const text = JSON.stringify({ pid: process.pid, born: bornAt(process.pid) } satisfies Owner);
  writeFileSync(mine, text);
  try {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      // A link appears whole or not at all, so nobody reads half a lock.
      if (tryLink(mine, lock)) return () => rmSync(lock, { force: true });
      const found = readText(lock);
      if (found === undefined) continue;
      const pid = livingOwner(found);
      if (pid !== undefined) {
        throw new CommandFailure(
          `another Whetstone runs on ${path} (process ${pid}). Stop it (Ctrl-C there, or \`kill ${pid}\`), or choose another folder by --data DIR and another --port.`,
        );
      }
      removeStale(lock, found);
    }
    throw new CommandFailure(`the lock ${lock} cannot be had; remove it if no Whetstone runs`);
  } finally {
    rmSync(mine, { force: true });
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false;
    throw cause;
  }
}

// Two may find the same stale lock: what is moved away must still be that one, else it is put back.
function removeStale(lock: string, stale: string): void {
  const aside = `${lock}.stale.${process.pid}`;
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  if (readText(aside) !== stale) tryLink(aside, lock);
  rmSync(aside, { force: true });
}

function livingOwner(text: string): number | undefined {
  const owner = parseOwner(text);
  if (!owner || !isAlive(owner.pid)) return undefined;
  // The number may have been given to another process since.
  return bornAt(owner.pid) === owner.born ? owner.pid : undefined;
}

function parseOwner(text: string): Owner | undefined {
  try {
    const { pid, born } = JSON.parse(text);
    return Number.isInteger(pid) && pid > 0 && typeof born === 'string' ? { pid, born } : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
}

// proc_pid_stat(5), field 22, in ticks since boot; empty where there is no /proc.
function bornAt(pid: number): string {
  const stat = readText(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
