import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { ContentError } from '#content/content-error.ts';
import { listProblemFolders, readProblem } from '#content/read-problem.ts';
import type { Stations } from '#judge/grade.ts';
import { findOrPrepare } from '#judge/prepared.ts';
import { AuthorCodeError } from '#judge/reference.ts';
import { type VerifyReport, verifyPackage } from '#judge/verify.ts';
import { readCommandConfig, rootFolder } from './config.ts';
import { CommandFailure, exitCodes } from './failure.ts';
import { reportText } from './problem/report-text.ts';
import { cacheFolder, withStations } from './stations.ts';
import { step } from './step.ts';

const contentFolder = join(rootFolder, 'content');

type VerifyOptions = { all?: true; json?: true };

/** `whetstone problem`: for who writes problems. */
export function register(program: Command): void {
  const problem = program.command('problem').description('for authors: check a problem package');
  problem
    .command('verify')
    .description('hold packages against every rule of docs/problem-packages.md')
    .argument('[package]', 'a folder, or the slug of a package under content/problems')
    .option('--all', 'all packages under content/problems')
    .option('--json', 'print the reports as JSON, and nothing else')
    .addHelpText(
      'after',
      '\nExits with 0 where all holds, 1 where something does not, 2 where it could not be told.',
    )
    .action(verify);
}

async function verify(asked: string | undefined, options: VerifyOptions): Promise<void> {
  const folders = await foldersOf(asked, options);
  const results = await withStations({ warm: ['plain'] }, async (openStations) => {
    const verified: Result[] = [];
    for (const folder of folders) verified.push(await verifyFolder(folder, openStations));
    return verified;
  });
  if (options.json) console.log(JSON.stringify(results, null, 2));
  else for (const result of results) console.log(textOf(result));
  if (!results.every(holds)) process.exitCode = exitCodes.no;
}

type Result = VerifyReport | { slug: string; unreadable: string };

async function verifyFolder(folder: string, openStations: () => Promise<Stations>): Promise<Result> {
  const slug = basename(folder);
  try {
    const pkg = await readProblem(folder);
    const stations = await step('open compiler, sandbox and reference engine', openStations);
    const { problem, computedBy } = await step(`${slug}: compute the expected outputs`, () =>
      findOrPrepare(pkg, openStations, { cacheDir: cacheFolder(), backend: readCommandConfig().backend }),
    );
    return await verifyPackage({
      pkg,
      problem,
      computedBy,
      stations,
      onGraded: ({ file, verdict, cpuMs }) =>
        process.stderr.write(`  ${verdict.padEnd(3)} ${slug}/${file}  ${Math.round(cpuMs)} ms\n`),
    });
  } catch (error) {
    if (error instanceof ContentError || error instanceof AuthorCodeError)
      return { slug, unreadable: error.message };
    throw error;
  }
}

async function foldersOf(asked: string | undefined, { all }: VerifyOptions): Promise<string[]> {
  if (all && asked === undefined) return listProblemFolders(contentFolder);
  if (asked === undefined || all)
    throw new CommandFailure('name one package, by folder or slug, or ask for --all');
  const folder = [resolve(asked), join(contentFolder, 'problems', asked)].find((path) =>
    existsSync(join(path, 'problem.yaml')),
  );
  if (!folder) throw new CommandFailure(`there is no package ${asked}: no problem.yaml in it`);
  return [folder];
}

function holds(result: Result): boolean {
  return !('unreadable' in result) && result.findings.every(({ severity }) => severity === 'warning');
}

function textOf(result: Result): string {
  return 'unreadable' in result ? `\n${result.slug}\n\n${result.unreadable}` : reportText(result);
}
