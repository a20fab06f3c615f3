import { type Command, InvalidArgumentError } from 'commander';
import { listProblemFolders } from '#content/read-problem.ts';
import { CommandFailure, exitCodes } from '../failure.ts';
import { withStations } from '../stations.ts';
import { contentFolder, requirePackage } from './find-package.ts';
import { mutationText } from './mutation-text.ts';
import { reportText } from './report-text.ts';
import { holds, type Verified, verifyFolder } from './verify-folder.ts';

type VerifyOptions = { all?: true; json?: true; mutate?: true; pairs?: number };

/** `whetstone problem verify` */
export function register(problem: Command): void {
  problem
    .command('verify')
    .description('hold packages against every rule of docs/problem-packages.md')
    .argument('[package]', 'a folder, or the slug of a package under content/problems')
    .option('--all', 'all packages under content/problems')
    .option('--mutate', 'change the accepted solutions in small ways, too, and list what no test notices')
    .option('--pairs <n>', 'with --mutate: also this many pairs of changes at once', toCount)
    .option('--json', 'print the reports as JSON, and nothing else')
    .addHelpText(
      'after',
      '\nExits with 0 where all holds, 1 where something does not, 2 where it could not be told.',
    )
    .action(verify);
}

function toCount(given: string): number {
  const count = Number(given);
  if (!/^\d{1,5}$/.test(given)) throw new InvalidArgumentError('expected a number from 0 to 99999');
  return count;
}

async function verify(asked: string | undefined, options: VerifyOptions): Promise<void> {
  const folders = await foldersOf(asked, options);
  const { mutate = false, pairs = 0 } = options;
  const results = await withStations({ warm: ['plain'] }, async (openStations) => {
    const verified: Verified[] = [];
    for (const folder of folders) verified.push(await verifyFolder(folder, { openStations, mutate, pairs }));
    return verified;
  });
  if (options.json) console.log(JSON.stringify(results.map(toldOf), null, 2));
  else for (const result of results) console.log(textOf(result));
  if (!results.every(holds)) process.exitCode = exitCodes.no;
}

async function foldersOf(asked: string | undefined, { all }: VerifyOptions): Promise<string[]> {
  if (all && asked === undefined) return listProblemFolders(contentFolder);
  if (asked === undefined || all)
    throw new CommandFailure('name one package, by folder or slug, or ask for --all');
  return [requirePackage(asked)];
}

function toldOf(result: Verified): unknown {
  if (result.kind === 'unreadable') return { slug: result.slug, unreadable: result.why };
  return { ...result.report, ...(result.mutation && { mutation: result.mutation }) };
}

export function textOf(result: Verified): string {
  if (result.kind === 'unreadable') return `\n${result.slug}\n\n${result.why}`;
  const { report, mutation } = result;
  return mutation ? `${reportText(report)}\n${mutationText(mutation)}` : reportText(report);
}
