import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { locales } from '#app/_ui/languages.ts';
import { bundleIslands } from './bundle-islands.ts';
import { lightenPage } from './lighten-page.ts';

/** What could not be lightened: by page, the client components that are no islands. */
export type Heavy = Record<string, string[]>;

/** Takes Next's runtime off the question pages that `next build` wrote into `nextFolder`. */
export async function lightenPages(nextFolder: string): Promise<Heavy> {
  const bundle = await bundleIslands(nextFolder);
  const heavy: Heavy = {};
  for (const locale of locales) {
    const folder = join(nextFolder, 'server/app', locale, 'questions');
    for (const name of readdirSync(folder)) {
      if (!name.endsWith('.html')) continue;
      const file = join(folder, name);
      const lightened = lightenPage(readFileSync(file, 'utf8'), bundle);
      if ('html' in lightened) writeFileSync(file, lightened.html);
      else heavy[`/${locale}/questions/${name.replace('.html', '')}`] = lightened.unknown;
    }
  }
  return heavy;
}
