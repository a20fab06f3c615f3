import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build as bundle } from 'esbuild';
import { z } from 'zod';
import type { Build } from '#app/_offline/build.ts';
import { locales } from '#app/_ui/languages.ts';
import { rootFolder } from '../config.ts';
import { assetsOfPage } from './assets-of-page.ts';

const manifest = z.object({ routes: z.record(z.string(), z.unknown()) });

/** Writes `.next/offline/worker.js`, which `app/sw.js/route.ts` hands out: it holds what it has to know of this build. */
export async function bundleWorker(nextFolder: string): Promise<Build> {
  const build = describeBuild(nextFolder);
  const { outputFiles } = await bundle({
    entryPoints: [join(rootFolder, 'app/_offline/worker.ts')],
    absWorkingDir: rootFolder,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    define: { WHETSTONE_BUILD: JSON.stringify(build) },
    write: false,
    logLevel: 'silent',
  });
  mkdirSync(join(nextFolder, 'offline'), { recursive: true });
  writeFileSync(join(nextFolder, 'offline/worker.js'), outputFiles[0]?.text ?? '');
  return build;
}

export function describeBuild(nextFolder: string): Build {
  const { routes } = manifest.parse(readJson(join(nextFolder, 'prerender-manifest.json')));
  const built = Object.keys(routes).filter((path) => /^\/(en|zh)(\/|$)|^\/tf-types\.json$/.test(path));
  // Forms of an account, and what tells that nothing is there, are no use without a network.
  const pages = built
    .filter((path) => !/\/(sign-in|sign-up|not-found)$|\.(png|webmanifest)$/.test(path))
    .sort((a, b) => (a < b ? -1 : 1));
  const inCore = pages.filter((path) => /^\/(en|zh)(\/(questions|about|offline))?$/.test(path));
  const core = withAssets(nextFolder, inCore);
  const questions = Object.fromEntries(
    locales.map((locale) => {
      const own = pages.filter((path) => path.startsWith(`/${locale}/questions/`));
      const addresses = withAssets(nextFolder, own).filter((address) => !core.includes(address));
      return [locale, { addresses, bytes: sum(addresses.map((address) => sizeOnWire(nextFolder, address))) }];
    }),
  );
  return { id: readFileSync(join(nextFolder, 'BUILD_ID'), 'utf8').trim(), pages, core, questions };
}

function withAssets(nextFolder: string, pages: readonly string[]): string[] {
  const files = pages.map((page) => fileOf(nextFolder, page)).filter((file) => file.endsWith('.html'));
  const assets = files.flatMap((file) => assetsOfPage(readFileSync(file, 'utf8'), nextFolder));
  return [...new Set([...pages, ...assets])];
}

/** As `next start` sends it to a browser that takes gzip; fonts and pictures are packed already. */
function sizeOnWire(nextFolder: string, address: string): number {
  const content = readFileSync(fileOf(nextFolder, address));
  return /\.(woff2|png)$/.test(address) ? content.length : gzipSync(content, { level: 6 }).length;
}

function fileOf(nextFolder: string, address: string): string {
  if (address.startsWith('/_next/')) return join(nextFolder, address.slice('/_next/'.length));
  const page = join(nextFolder, 'server/app', address);
  return existsSync(`${page}.html`) ? `${page}.html` : `${page}.body`;
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
