import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { ContentError } from './content-error.ts';
import { type ArchiveEntry, openZip } from './problem-archive/open-zip.ts';

/** What an archive may hold; more is refused before it is unpacked. */
export const archiveLimits = {
  archiveMiB: 32,
  entries: 2000,
  /** Of one file, and of all that is unpacked. */
  fileMiB: 4,
  totalMiB: 32,
  pathLength: 200,
};

/** A zip that was looked through: paths without the folder that holds all of them. */
export type ProblemArchive = {
  /** The name of that folder; undefined where there is none. */
  slug: string | undefined;
  paths: string[];
  /** Unpacks one file. Throws `ContentError` where there is none, or it is larger than it says. */
  read(path: string): Promise<Buffer>;
  close(): void;
};

/** The files of a package's folder as a zip. No dates, no owners: the same files give the same bytes. */
export async function packProblem(folder: string): Promise<Buffer> {
  const slug = basename(folder);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  const zip = new ZipFile();
  // The first moment that a zip can tell.
  const mtime = new Date(1980, 0, 1);
  for (const path of paths) {
    const options = { mtime, mode: 0o100644, forceDosTimestamp: true };
    zip.addBuffer(await readFile(join(folder, path)), `${slug}/${path}`, options);
  }
  zip.end();
  return buffer(zip.outputStream);
}

/**
 * Looks through a stranger's zip and unpacks nothing yet. Throws {@link ContentError} where a path leads elsewhere, an
 * entry is a link or encrypted, two entries are one file, or there is too much.
 */
export async function openArchive(file: string, bytes: Buffer): Promise<ProblemArchive> {
  const refuse = (message: string): never => {
    throw new ContentError([{ file, line: null, message }]);
  };
  if (bytes.byteLength > archiveLimits.archiveMiB * 2 ** 20)
    refuse(`expected at most ${archiveLimits.archiveMiB} MiB`);
  const zip = await openZip(bytes, archiveLimits).catch((cause: Error) =>
    refuse(`it is no sound zip: ${cause.message}`),
  );
  try {
    const troubles = troublesOf(zip.entries);
    if (troubles.length > 0)
      throw new ContentError(troubles.map((message) => ({ file, line: null, message })));
    const slug = commonFolder(zip.entries.map(({ path }) => path));
    const start = slug === undefined ? 0 : slug.length + 1;
    const files = new Map(
      zip.entries.filter(({ folder }) => !folder).map((entry) => [entry.path.slice(start), entry]),
    );
    return {
      slug,
      paths: [...files.keys()],
      async read(path) {
        const entry = files.get(path) ?? refuse(`${path}: expected this file`);
        return entry.read().catch((cause: Error) => refuse(`${path}: ${cause.message}`));
      },
      close: zip.close,
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

const segment = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/;

function troublesOf(entries: ArchiveEntry[]): string[] {
  // Some file systems don't tell upper case from lower.
  const keys = entries.map(({ path }) => path.toLowerCase());
  const files = new Set(keys.filter((_, i) => entries[i]?.folder === false));
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  const troubles = entries.flatMap((entry, i) => {
    const key = keys[i] ?? '';
    const messages = troublesOfEntry(entry);
    if (keys.indexOf(key) !== i) messages.push('the path is there twice');
    if (parentsOf(key).some((parent) => files.has(parent))) messages.push('it stands inside of a file');
    // What is shown may be hostile, too.
    return messages.map(
      (told) => `${JSON.stringify(entry.path.slice(0, archiveLimits.pathLength))}: ${told}`,
    );
  });
  if (total > archiveLimits.totalMiB * 2 ** 20)
    troubles.push(
      `expected at most ${archiveLimits.totalMiB} MiB unpacked, got ${Math.round(total / 2 ** 20)}`,
    );
  return troubles.slice(0, 20);
}

function troublesOfEntry({ path, size, kind, encrypted }: ArchiveEntry): string[] {
  const messages: string[] = [];
  if (path.length > archiveLimits.pathLength) messages.push('expected a shorter path');
  if (!path.split('/').every((part) => segment.test(part) && !part.endsWith('.')))
    messages.push('expected a path of plain names below the package');
  if (kind === 'other') messages.push('expected a plain file or a folder');
  if (encrypted) messages.push('expected a file that is not encrypted');
  if (size > archiveLimits.fileMiB * 2 ** 20) messages.push(`expected at most ${archiveLimits.fileMiB} MiB`);
  return messages;
}

function parentsOf(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('/'));
}

function commonFolder(paths: string[]): string | undefined {
  const firsts = new Set(paths.map((path) => path.split('/')[0] ?? ''));
  const [first] = firsts;
  const inside = paths.some((path) => path.includes('/')) && !paths.includes('problem.yaml');
  return firsts.size === 1 && inside ? first : undefined;
}
