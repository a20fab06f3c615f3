import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** What a text may lead to: slugs. */
export type Linkable = Record<'questions' | 'problems', ReadonlySet<string>>;

/** The questions and problems of a content folder, in order, by their folders alone. */
export async function findLinkable(contentFolder: string): Promise<Linkable> {
  const [questions, problems] = await Promise.all([
    foldersIn(join(contentFolder, 'questions')),
    foldersIn(join(contentFolder, 'problems')),
  ]);
  return { questions, problems };
}

/** Names of the folders in a folder, in order; those that begin with a dot are nobody's content. */
export async function foldersIn(folder: string): Promise<ReadonlySet<string>> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name);
  return new Set(names.sort((a, b) => (a < b ? -1 : 1)));
}
