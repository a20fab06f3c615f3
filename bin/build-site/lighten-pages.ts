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

/** Takes Next's runtime off the pages to be read that `next build` wrote into `nextFolder`. */
export async function lightenPages(nextFolder: string): Promise<Heavy> {
  const folder = join(nextFolder, 'server/app');
  const heavy: Heavy = {};
  const bundles = await bundleIslands(nextFolder);
  for (const kind of ['question', 'lists'] as const) {
    for (const file of globSync(pages[kind], { cwd: folder })) {
      const lightened = lightenPage(readFileSync(join(folder, file), 'utf8'), bundles[kind]);
      if ('html' in lightened) writeFileSync(join(folder, file), lightened.html);
      else heavy[file] = lightened.unknown;
    }
  }
  return heavy;
}
