import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleIslands } from './bundle-islands.ts';
import { lightenPage } from './lighten-page.ts';

/** What could not be lightened: by page, the client components that are no islands. */
export type Heavy = Record<string, string[]>;

const pages = {
  question: '{en,zh}/questions/*.html',
  lists: '{en,zh}{,/questions,/about}.html',
};

/** What text stands in; code is further down. */
const typeface = 'static/media/source-sans-3-latin-wght-normal.*.woff2';

/** Takes Next's runtime off the pages to be read that `next build` wrote into `nextFolder`. */
export async function lightenPages(nextFolder: string): Promise<Heavy> {
  const folder = join(nextFolder, 'server/app');
  const heavy: Heavy = {};
  const bundles = await bundleIslands(nextFolder);
  const typefaces = globSync(typeface, { cwd: nextFolder }).map((file) => `/_next/${file}`);
  if (typefaces.length !== 1) throw new Error(`${typeface} should be one file, but is ${typefaces.length}`);
  for (const kind of ['question', 'lists'] as const) {
    for (const file of globSync(pages[kind], { cwd: folder })) {
      const lightened = lightenPage(readFileSync(join(folder, file), 'utf8'), {
        bundle: bundles[kind],
        typefaces,
      });
      if ('html' in lightened) writeFileSync(join(folder, file), lightened.html);
      else heavy[file] = lightened.unknown;
    }
  }
  return heavy;
}
