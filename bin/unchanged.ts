import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rootFolder } from './config.ts';

type Work = {
  /** Files and folders that decide the result, from the root folder. */
  inputs: string[];
  /** Which of their files count. */
  counts?: (path: string) => boolean;
  /** Where the fingerprint of the last time is kept; to be removed with the result. */
  stamp: string;
};

/**
 * Does the work where its inputs changed since it was last done; false where nothing was to do. The same inputs have the
 * same fingerprint on every host.
 */
export async function unlessUnchanged(
  work: Work,
  act: (fingerprint: string) => Promise<unknown>,
): Promise<boolean> {
  const fingerprint = fingerprintOf(work);
  const stamp = join(rootFolder, work.stamp);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return false;
  await act(fingerprint);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, fingerprint);
  return true;
}

function fingerprintOf({ inputs, counts = () => true }: Work): string {
  const hash = createHash('sha256').update(process.version);
  for (const path of inputs.flatMap(filesUnder).filter(counts).sort()) {
    hash.update(`\0${path}\0`).update(readFileSync(join(rootFolder, path)));
  }
  return hash.digest('hex');
}

function filesUnder(path: string): string[] {
  const full = join(rootFolder, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(rootFolder.length + 1));
}
