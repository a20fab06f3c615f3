import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { hashInlineScripts } from './inline-scripts.ts';

export type BuiltPages = {
  /** The hashes of the inline scripts of the page at this path; undefined where it is rendered on request. */
  hashesOf(pathname: string): readonly string[] | undefined;
  /** Those of the pages that Next shows in place of others: not found. */
  fallbackHashes: readonly string[];
};

const manifest = z.object({ routes: z.record(z.string(), z.unknown()) });

/**
 * The pages that `next build` wrote into `folder` (`.next`), read when first asked for. Reading what is served
 * leaves no second list that could be out of date.
 */
export function openBuiltPages(folder: string): BuiltPages {
  const text = readFileSync(join(folder, 'prerender-manifest.json'), 'utf8');
  // Only what the manifest names is looked up: a path from outside never reaches the disk.
  const routes = new Set(Object.keys(manifest.parse(JSON.parse(text)).routes));
  const known = new Map<string, readonly string[] | undefined>();
  const hashesOf = (pathname: string) => {
    if (!routes.has(pathname)) return undefined;
    if (!known.has(pathname)) known.set(pathname, readHashes(join(folder, 'server/app', `${pathname}.html`)));
    return known.get(pathname);
  };
  return { hashesOf, fallbackHashes: hashesOf('/_not-found') ?? [] };
}

function readHashes(file: string): readonly string[] | undefined {
  try {
    return hashInlineScripts(readFileSync(file, 'utf8'));
  } catch (cause) {
    // A built route that is no page: a manifest, an icon.
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw cause;
  }
}
