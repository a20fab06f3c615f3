import { join, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { difficulties } from '#content/difficulty.ts';
import type { Runtime } from '#content/problem.ts';
import { expectedSlug, isSlug } from '#content/slug.ts';
import { CommandFailure } from '../failure.ts';
import { problemsFolder } from './find-package.ts';
import { writeScaffold } from './scaffold.ts';

type NewOptions = {
  runtime?: Runtime;
  nameEn?: string;
  nameZh?: string;
  difficulty?: string;
  topics?: string[];
  credits?: string[];
  folder: string;
};

/** `whetstone problem new` */
export function register(problem: Command): void {
  problem
    .command('new')
    .description('write a package that verifies as it is, to be changed into yours; asks on a terminal')
    .argument('[slug]', 'what it is called in addresses: lower-case words joined by hyphens', toSlug)
    .addOption(
      new Option('--runtime <runtime>', 'plain, or tf for TensorFlow.js in the sandbox').choices([
        'plain',
        'tf',
      ]),
    )
    .option('--name-en <name>', 'its name in English')
    .option('--name-zh <name>', 'its name in Chinese')
    .addOption(new Option('--difficulty <difficulty>').choices(difficulties))
    .option('--topics <topics>', 'separated by commas', toList)
    .option('--credits <names>', 'who wrote it, separated by commas', toList)
    .option('--folder <dir>', 'where its folder is made', problemsFolder)
    .action(begin);
}

function toSlug(given: string): string {
  if (isSlug(given)) return given;
  throw new InvalidArgumentError(expectedSlug);
}

function toList(given: string): string[] {
  return given
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

async function begin(asked: string | undefined, options: NewOptions): Promise<void> {
  const terminal = process.stdin.isTTY && process.stderr.isTTY;
  const { slug, runtime, nameEn, nameZh } = terminal
    ? await askFor(asked, options)
    : withoutAsking(asked, options);
  const folder = resolve(options.folder, slug);
  const { difficulty, topics, credits } = options;
  await writeScaffold(folder, {
    runtime,
    described: {
      name: { en: nameEn, zh: nameZh },
      ...(difficulty !== undefined && { difficulty }),
      ...(topics && { topics }),
      ...(credits && { credits }),
    },
  });
  const shown = relative(process.cwd(), folder) || folder;
  const named = resolve(options.folder) === problemsFolder ? slug : shown;
  console.log(
    [
      `${shown} is a whole package: an example to be changed into yours.`,
      `  ${join(shown, 'statement/problem.en.md')}, problem.zh.md   what is asked`,
      `  ${join(shown, 'include/signature.ts')}, driver.ts        what a solution exports and how it is called`,
      `  ${join(shown, 'generators/rows.ts')}                     inputs of the cases in data/`,
      `  ${join(shown, 'reference/reference.ts')}                 what is right`,
      `  ${join(shown, 'submissions/')}                           right answers, and wrong ones with the mistake they make`,
      `next: whetstone problem verify ${named}`,
    ].join('\n'),
  );
}

type Answers = { slug: string; runtime: Runtime; nameEn: string; nameZh: string };

function withoutAsking(slug: string | undefined, options: NewOptions): Answers {
  if (slug === undefined) throw new CommandFailure('expected a slug: whetstone problem new <slug>');
  const { runtime = 'plain', nameEn = titleOf(slug), nameZh = `（待命名）${slug}` } = options;
  return { slug, runtime, nameEn, nameZh };
}

async function askFor(asked: string | undefined, options: NewOptions): Promise<Answers> {
  // Questions are on standard error, so that standard output has the result alone.
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const ask = async (question: string, usual: string) =>
    (await terminal.question(`${question} [${usual}] `)).trim() || usual;
  try {
    let slug = asked;
    while (slug === undefined) {
      const given = await ask('Slug, lower-case words joined by hyphens?', 'my-problem');
      if (isSlug(given)) slug = given;
      else process.stderr.write(`${expectedSlug}\n`);
    }
    const told = withoutAsking(slug, options);
    const nameEn = options.nameEn ?? (await ask('Name in English?', told.nameEn));
    const nameZh = options.nameZh ?? (await ask('Name in Chinese?', told.nameZh));
    const runtime =
      options.runtime ?? ((await ask('TensorFlow.js in the sandbox, y or n?', 'n')) === 'y' ? 'tf' : 'plain');
    return { slug, runtime, nameEn, nameZh };
  } finally {
    terminal.close();
  }
}

function titleOf(slug: string): string {
  const words = slug.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
