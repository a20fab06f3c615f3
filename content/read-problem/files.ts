import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { ContentError } from '../content-error.ts';

/** The files of a package by path, in the order of their paths. */
export type PackageFiles = Map<string, Buffer>;

/** Throws {@link ContentError} where there is no such folder, or something in it cannot be read or is neither file nor folder. */
export async function readPackageFiles(folder: string): Promise<PackageFiles> {
  const slug = basename(folder);
  if (!existsSync(folder))
    throw new ContentError([{ file: slug, line: null, message: 'there is no such folder' }]);
  try {
    return await readFiles(folder, slug);
  } catch (cause) {
    // Another's, or written anew by an editor at this moment.
    if (!(cause instanceof Error && 'syscall' in cause)) throw cause;
    throw new ContentError([{ file: slug, line: null, message: cause.message }], { cause });
  }
}

async function readFiles(folder: string, slug: string): Promise<PackageFiles> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({
      path: relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'),
      entry,
    }));
  // A link would read what lies outside of the package.
  const strange = entries.filter(({ entry }) => !entry.isFile());
  const message = 'expected a plain file';
  if (strange.length > 0)
    throw new ContentError(strange.map(({ path }) => ({ file: `${slug}/${path}`, line: null, message })));
  const paths = entries.map(({ path }) => path).sort();
  const files: PackageFiles = new Map();
  for (const path of paths) files.set(path, await readFile(join(folder, path)));
  return files;
}

/** `sha256:…` over paths and bytes, each with its length, so that no two packages can run together. */
export function hashFiles(files: PackageFiles): string {
  const hash = createHash('sha256');
  for (const [path, bytes] of files) {
    hash.update(`${Buffer.byteLength(path)}:${path}${bytes.byteLength}:`).update(bytes);
  }
  return `sha256:${hash.digest('hex')}`;
}

/** Whether bytes are text that a database can keep. */
export function isText(bytes: Buffer): boolean {
  try {
    return !new TextDecoder('utf-8', { fatal: true }).decode(bytes).includes('\0');
  } catch {
    return false;
  }
}

const name = '[a-z0-9]+(?:[-_.][a-z0-9]+)*';
const layout = [
  'problem\\.yaml',
  'statement/problem\\.(en|zh)\\.md',
  'solution/solution\\.(en|zh)\\.md',
  'attachments/templates/typescript/solution\\.ts',
  `include/${name}\\.ts`,
  `data/sample/${name}\\.yaml`,
  `data/secret/${name}/${name}\\.yaml`,
  `generators/${name}\\.ts`,
  `reference/${name}\\.ts`,
  `output_validator/${name}\\.ts`,
  'submissions/submissions\\.yaml',
  `submissions/(accepted|wrong_answer|time_limit_exceeded|memory_limit_exceeded|run_time_error|compile_error)/${name}\\.ts`,
].map((pattern) => new RegExp(`^${pattern}$`));

/** Whether a package has a place for a file of this path. */
export function belongs(path: string): boolean {
  return layout.some((pattern) => pattern.test(path));
}
