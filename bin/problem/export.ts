import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { packProblem } from '#content/problem-archive.ts';
import { readProblem } from '#content/read-problem.ts';
import { requirePackage } from './find-package.ts';

/** `whetstone problem export` */
export function register(problem: Command): void {
  problem
    .command('export')
    .description('pack a package into a zip; the same package gives the same bytes')
    .argument('<package>', 'a folder, or the slug of a package under content/problems')
    .option('--out <file>', 'the zip to write, by default <slug>.zip here')
    .action(async (asked: string, { out }: { out?: string }) => {
      const folder = requirePackage(asked);
      // What can't be read is not worth passing on.
      const { slug, version } = await readProblem(folder);
      const file = out ?? `${basename(folder)}.zip`;
      await writeFile(file, await packProblem(folder));
      console.log(`${slug}: ${file}, ${version}`);
    });
}
