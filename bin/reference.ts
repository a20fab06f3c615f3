import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { listProblemFolders, readProblem } from '#content/read-problem.ts';
import { type BackendName, backendNames } from '#judge/backend.ts';
import { rootFolder } from './config.ts';
import { exitCodes } from './failure.ts';
import { agree, agreementText, agrees } from './reference/agree.ts';
import { checkBackends, conformanceText, missingOf } from './reference/check.ts';

type CheckOptions = { require: BackendName[]; json?: true };
type AgreeOptions = { backends: BackendName[]; json?: true };

/** `whetstone reference`: what computes expected outputs, held against plain arithmetic and against itself elsewhere. */
export function register(program: Command): void {
  const reference = program
    .command('reference')
    .description(
      'the engine that computes expected outputs: how exact it is, and whether its backends agree',
    );
  reference
    .command('check')
    .description('compare every backend that is here with plain arithmetic in double precision')
    .addOption(list('--require <backends>', 'fail where one of these is not here', []))
    .option('--json', 'print the figures as JSON, and nothing else')
    .addHelpText('after', '\nExits with 1 where a backend is outside its bounds.')
    .action(check);
  reference
    .command('agree')
    .description('compute the expected outputs of packages on several backends and compare them')
    .argument(
      '[packages...]',
      'folders, or slugs of packages under content/problems; all of those by default',
    )
    .addOption(
      list('--backends <backends>', 'the first is what the others are held against', ['wasm', 'cpu']),
    )
    .option('--json', 'print the comparison as JSON, and nothing else')
    .addHelpText('after', '\nExits with 1 where two differ by more than a third of the tolerance.')
    .action(compareBackends);
}

async function check({ require, json }: CheckOptions): Promise<void> {
  const checked = await checkBackends();
  const missing = missingOf(checked, require);
  if (json) console.log(JSON.stringify(checked, null, 2));
  else console.log(conformanceText(checked));
  for (const { backend, why } of missing) console.error(`${backend} is required: ${why}`);
  if (missing.length > 0 || checked.some(({ outside }) => outside.length > 0))
    process.exitCode = exitCodes.no;
}

async function compareBackends(asked: string[], { backends, json }: AgreeOptions): Promise<void> {
  const content = join(rootFolder, 'content');
  const folders = asked.length > 0 ? asked.map(folderOf) : await listProblemFolders(content);
  const packages = await Promise.all(folders.map((folder) => readProblem(folder)));
  const comparisons = await agree(packages, backends);
  if (json) console.log(JSON.stringify(comparisons, null, 2));
  else console.log(agreementText(comparisons));
  if (!comparisons.every(agrees)) process.exitCode = exitCodes.no;
}

function folderOf(asked: string): string {
  return existsSync(join(asked, 'problem.yaml'))
    ? resolve(asked)
    : join(rootFolder, 'content', 'problems', asked);
}

function list(flags: string, description: string, otherwise: BackendName[]): Option {
  return new Option(flags, `${description} (of ${backendNames.join(', ')})`)
    .default(otherwise, otherwise.join(',') || 'none')
    .argParser(parseBackends);
}

function parseBackends(text: string): BackendName[] {
  return text.split(',').map((word) => {
    const name = backendNames.find((backend) => backend === word);
    if (name === undefined)
      throw new InvalidArgumentError(`expected some of ${backendNames.join(', ')}, got ${word}`);
    return name;
  });
}
