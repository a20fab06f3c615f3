import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { hashInlineScripts } from './inline-scripts.ts';

export type BuiltPages = {
  /** Of the build, as Next made it up. */
  id: string;
  /** Whether some page answers at this path. A page that is rendered on request may still find nothing. */
  has(pathname: string): boolean;
  /** The hashes of the inline scripts of the page at this path; undefined where it is rendered on request. */
  hashesOf(pathname: string): readonly string[] | undefined;
};

const builtAhead = z.object({
  routes: z.record(z.string(), z.unknown()),
  dynamicRoutes: z.record(
    z.string(),
    z.object({ fallback: z.union([z.string(), z.literal(false), z.null()]) }),
  ),
});
const matched = z.object({ dynamicRoutes: z.array(z.object({ page: z.string(), regex: z.string() })) });

/**
 * What `next build` wrote into `folder` (`.next`); pages are read when first asked for. Reading what is served
 * leaves no second list that could be out of date.
 */
export function openBuiltPages(folder: string): BuiltPages {
  const { routes, dynamicRoutes } = builtAhead.parse(readJson(join(folder, 'prerender-manifest.json')));
  const isBuilt = (pathname: string) => Object.hasOwn(routes, pathname);
  // Complete lists (`dynamicParams = false`) and the catch-all answer nothing beyond what was built ahead.
  const onRequest = matched
    .parse(readJson(join(folder, 'routes-manifest.json')))
    .dynamicRoutes.filter(({ page }) => dynamicRoutes[page]?.fallback !== false && !page.includes('[...'))
    .map(({ regex }) => new RegExp(regex));
  const known = new Map<string, readonly string[] | undefined>();
  return {
    id: readFileSync(join(folder, 'BUILD_ID'), 'utf8').trim(),
    has: (pathname) => isBuilt(pathname) || onRequest.some((regex) => regex.test(pathname)),
    hashesOf: (pathname) => {
      // Only what the manifest names is looked up: a path from outside never reaches the disk.
      if (!isBuilt(pathname)) return undefined;
      if (!known.has(pathname))
        known.set(pathname, readHashes(join(folder, 'server/app', `${pathname}.html`)));
      return known.get(pathname);
    },
  };
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function readHashes(file: string): readonly string[] | undefined {
  try {
    return hashInlineScripts(readFileSync(file, 'utf8'));
  } catch (cause) {
    // A built route that is no page: a list for the search, an icon.
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw cause;
  }
}
