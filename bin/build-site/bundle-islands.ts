import { join } from 'node:path';
import { build } from 'esbuild';
import { rootFolder } from '../config.ts';

/** Addresses of the script that brings a lightened page to life, and of what it imports at once. */
export type IslandsBundle = { script: string; preloads: string[] };

export type IslandsBundles = Record<'question' | 'lists', IslandsBundle>;

/**
 * Bundles the islands into `.next/static/islands`, which Next serves for good: names hold a hash. Preact in the place of
 * React is 50 KB less, and does what an island needs.
 */
export async function bundleIslands(nextFolder: string): Promise<IslandsBundles> {
  const islands = join(rootFolder, 'app/_islands');
  const { metafile } = await build({
    entryPoints: ['question', 'lists'].map((name) => join(islands, `${name}.client.tsx`)),
    outdir: join(nextFolder, 'static/islands'),
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    absWorkingDir: rootFolder,
    bundle: true,
    splitting: true,
    minify: true,
    metafile: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    alias: {
      react: 'preact/compat',
      'react-dom': 'preact/compat',
      'next/link': join(islands, 'plain-link.tsx'),
      'next/navigation': join(islands, 'plain-navigation.ts'),
    },
    logLevel: 'silent',
  });
  const addressOf = (file: string) => `/_next/static/islands/${file.split('/').at(-1)}`;
  const bundleOf = (name: string): IslandsBundle => {
    const found = Object.entries(metafile.outputs).find(
      ([, { entryPoint }]) => entryPoint?.endsWith(`/${name}.client.tsx`) === true,
    );
    if (!found) throw new Error(`the islands have no entry ${name}`);
    const [path, { imports }] = found;
    const atOnce = imports.filter(({ kind }) => kind === 'import-statement');
    return { script: addressOf(path), preloads: atOnce.map((imported) => addressOf(imported.path)) };
  };
  return { question: bundleOf('question'), lists: bundleOf('lists') };
}
