/**
 * The code of guests as single files, made once for a version of their sources: stripping types in every guest would cost
 * each submission 50 ms and 17 MB (measured on Node 24), and one file is one thing less to bind into a sandbox.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuildOptions } from 'esbuild';
import { z } from 'zod';
import { writeWhole } from './whole-file.ts';

export type Bundle = { path: string; content: string };

type Wanted = { entry: URL; options: BuildOptions; cacheDir: string; name: string };

const root = fileURLToPath(new URL('..', import.meta.url));

/** What a bundle was made of: our files by their hashes (packages by the lock file, in its key), and the hash of what came of it. */
const record = z.object({ sources: z.record(z.string(), z.string()), bundle: z.string() });

/**
 * The bundle of an entry, in the cache folder under its hash; from there where it was made of the same sources by the same
 * packages before, and is whole.
 */
export async function provideBundle(wanted: Wanted): Promise<Bundle> {
  const key = hashOf(
    JSON.stringify([wanted.entry.href, wanted.options, process.version]),
    readFileSync(join(root, 'package-lock.json')),
  );
  const recordPath = join(wanted.cacheDir, `${key.slice(0, 16)}-${wanted.name}.made-of.json`);
  return findMade(recordPath, wanted) ?? (await make(recordPath, wanted));
}

function findMade(recordPath: string, wanted: Wanted): Bundle | undefined {
  try {
    const { sources, bundle } = record.parse(JSON.parse(readFileSync(recordPath, 'utf8')));
    const isSame = ([file, hash]: [string, string]) => hashOf(readFileSync(join(root, file))) === hash;
    if (!Object.entries(sources).every(isSame)) return undefined;
    const path = pathOf(bundle, wanted);
    const content = readFileSync(path, 'utf8');
    return hashOf(content) === bundle ? { path, content } : undefined;
  } catch {
    // Not there, cut short or of another version: it is made anew.
    return undefined;
  }
}

async function make(recordPath: string, wanted: Wanted): Promise<Bundle> {
  const { build } = await import('esbuild');
  const { outputFiles, metafile } = await build({
    ...wanted.options,
    entryPoints: [fileURLToPath(wanted.entry)],
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    target: 'node24',
    legalComments: 'none',
    logLevel: 'silent',
  });
  const content = outputFiles[0]?.text ?? '';
  const hash = hashOf(content);
  const path = pathOf(hash, wanted);
  const ours = Object.keys(metafile.inputs).filter((file) => !/^node_modules\/|^\(disabled\)/.test(file));
  const sources = Object.fromEntries(ours.map((file) => [file, hashOf(readFileSync(join(root, file)))]));
  writeWhole(path, content);
  writeWhole(recordPath, JSON.stringify({ sources, bundle: hash }));
  return { path, content };
}

function pathOf(hash: string, { cacheDir, name }: Wanted): string {
  return join(cacheDir, `${hash.slice(0, 16)}-${name}`);
}

/** SHA-256 of all of it, one after the other, in hexadecimal. */
export function hashOf(...contents: (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content);
  return hash.digest('hex');
}
