import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { rootFolder } from '../config.ts';

/** Addresses of the script that brings a lightened page to life, and of what it imports at once. */
export type IslandsBundle = { script: string; preloads: string[] };

export type IslandsBundles = Record<'question' | 'lists', IslandsBundle>;

/** Bundles the islands of a language with React into `.next/static/islands`, which Next serves for good: names hold a hash. */
export async function bundleIslands(nextFolder: string, locale: 'en' | 'zh'): Promise<IslandsBundles> {
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
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    alias: {
      'next/link': join(islands, 'plain-link.tsx'),
      'next/navigation': join(islands, 'plain-navigation.ts'),
    },
    plugins: [speakOnly(locale), iconsAlone, laterKinds(join(islands, 'check-kinds.tsx'))],
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

/** A page is in one language: its script needs no words of the other, which were 3 KB of it. */
function speakOnly(locale: 'en' | 'zh'): Plugin {
  const both = /^export const (\w+Messages) = \{ en, zh \};$/m;
  return {
    name: 'speak-only',
    setup({ onLoad }) {
      onLoad({ filter: /\/app\/_messages\/[\w-]+\.ts$/ }, ({ path }) => {
        // The palette's own are searched in both.
        if (path.endsWith('/find.ts')) return undefined;
        const text = readFileSync(path, 'utf8');
        return {
          loader: 'ts',
          contents: text.replace(both, `export const $1 = { en: ${locale}, zh: ${locale} };`),
        };
      });
    },
  };
}

/** Built by Next a page has its checks whole, also for who has no script; an island fetches what its page has. */
function laterKinds(path: string): Plugin {
  return {
    name: 'later-kinds',
    setup({ onResolve }) {
      onResolve({ filter: /^\.\/check-kinds\.ts$/ }, () => ({ path }));
    },
  };
}

/** What comes through one file of all icons stays together, also what only a later part shows. */
const iconsAlone: Plugin = {
  name: 'icons-alone',
  setup({ onLoad }) {
    const several = /^import \{ ([^}]+) \} from 'lucide-react';$/m;
    onLoad({ filter: /\/app\/.*\.tsx$/ }, ({ path }) => ({
      loader: 'tsx',
      contents: readFileSync(path, 'utf8').replace(several, (whole, names: string) =>
        names.includes('type ') ? whole : names.split(', ').map(importIcon).join(' '),
      ),
    }));
  },
};

function importIcon(name: string): string {
  const file = name.replace(/(?<=[a-z])(?=[A-Z0-9])|(?<=\d)(?=[A-Z])/g, '-').toLowerCase();
  return `import ${name} from 'lucide-react/dist/esm/icons/${file}.mjs';`;
}
