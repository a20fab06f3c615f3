import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { writeWhole } from '#judge/whole-file.ts';
import { CommandFailure } from '../failure.ts';

/** How things lie in the data folder; raised when an older Whetstone could no longer read it. */
export const dataFormat = 1;

/** What the lock says of who has the folder. */
export type Tenant = {
  /** What was typed: `whetstone user add`. */
  command: string;
  /** Until it is stopped; else it is over soon, and worth waiting for. */
  stays: boolean;
  /** Whether its database is the one in the folder. */
  embedded: boolean;
};

export type Owner = Tenant & { pid: number; born: string };

/** A data folder that is ours alone until released. */
export type DataFolder = { path: string; release(): void };

/** Ours, or in the hands of who stays. */
export type Possession = { folder: DataFolder } | { owner: Owner };

/**
 * As {@link takeDataFolder}. Throws {@link CommandFailure} where another stays in it.
 */
export async function openDataFolder(
  path: string,
  tenant: Tenant,
  signal?: AbortSignal,
): Promise<DataFolder> {
  const found = await takeDataFolder(path, tenant, signal);
  if ('folder' in found) return found.folder;
  const { pid } = found.owner;
  throw new CommandFailure(
    `another Whetstone runs on ${path} (process ${pid}). Stop it (Ctrl-C there, or \`kill ${pid}\`), or choose another folder by --data DIR and another --port.`,
  );
}

/**
 * Makes the folder where it is missing, refuses one of a newer version, and takes it; waits for a command that has it and is
 * over soon. What a crashed owner left behind is taken over.
 */
export async function takeDataFolder(
  path: string,
  tenant: Tenant,
  signal?: AbortSignal,
): Promise<Possession> {
  let told: number | undefined;
  for (;;) {
    const found = tryDataFolder(path, tenant);
    if ('folder' in found || found.owner.stays) return found;
    const { pid, command } = found.owner;
    if (told !== pid) console.error(`  waiting for \`${command}\` (process ${pid}), which has ${path}`);
    told = pid;
    await sleep(50, undefined, signal && { signal });
  }
}

function tryDataFolder(path: string, tenant: Tenant): Possession {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new CommandFailure(`the data folder ${path} cannot be made; choose another by --data DIR`, {
      cause,
    });
  }
  refuseNewerData(path);
  try {
    const lock = takeLock(path, tenant);
    if ('owner' in lock) return lock;
    const version = join(path, 'version');
    if (readText(version) !== `${dataFormat}\n`) writeWhole(version, `${dataFormat}\n`);
    return { folder: { path, release: lock.release } };
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

/** Throws {@link CommandFailure} where what lies there is of a newer version, or not ours. */
export function refuseNewerData(path: string): void {
  // An older Whetstone wrote it in place: empty is what a power cut may have left of it.
  const text = readText(join(path, 'version'))?.trim() ?? '';
  if (text === '') return;
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

const ownerSchema = z.object({
  pid: z.int().positive(),
  born: z.string(),
  // Older locks say no more than whose they are.
  command: z.string().default('whetstone start'),
  stays: z.boolean().default(true),
  embedded: z.boolean().default(true),
});

function takeLock(path: string, tenant: Tenant): { release(): void } | { owner: Owner } {
  const lock = join(path, 'lock');
  const mine = join(path, `lock.${process.pid}`);
  const me: Owner = { pid: process.pid, born: bornAt(process.pid), ...tenant };
  writeFileSync(mine, JSON.stringify(me));
  try {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      // A link appears whole or not at all, so nobody reads half a lock.
      if (tryLink(mine, lock)) return { release: () => rmSync(lock, { force: true }) };
      const found = readText(lock);
      if (found === undefined) continue;
      const owner = livingOwner(found);
      if (owner) return { owner };
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

function livingOwner(text: string): Owner | undefined {
  const owner = parseOwner(text);
  if (!owner || !isAlive(owner.pid)) return undefined;
  // The number may have been given to another process since.
  return bornAt(owner.pid) === owner.born ? owner : undefined;
}

function parseOwner(text: string): Owner | undefined {
  try {
    return ownerSchema.safeParse(JSON.parse(text)).data;
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
