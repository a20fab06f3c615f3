import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { rootFolder } from '../config.ts';
import { CommandFailure } from '../failure.ts';

export const contentFolder = join(rootFolder, 'content');
export const problemsFolder = join(contentFolder, 'problems');

/** The folder of a package that is named by its folder, or by its slug under content/problems. */
export function requirePackage(asked: string): string {
  const folder = [resolve(asked), join(problemsFolder, asked)].find((path) =>
    existsSync(join(path, 'problem.yaml')),
  );
  if (!folder) throw new CommandFailure(`there is no package ${asked}: no problem.yaml in it`);
  return folder;
}
