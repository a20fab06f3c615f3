import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { ContentError, formatContentIssues } from '#content/content-error.ts';
import { isKattis, type KattisProblem, readKattis, toSlug } from '#content/kattis-problem.ts';
import { openArchive, type ProblemArchive } from '#content/problem-archive.ts';
import { listProblemFolders, readProblem } from '#content/read-problem.ts';
import { cleanText } from '#judge/clean-text.ts';
import { CommandFailure, exitCodes } from '../failure.ts';
import { contentFolder, problemsFolder } from './find-package.ts';
import { writeScaffold } from './scaffold.ts';

type ImportOptions = { into?: string };

/** `whetstone problem import` */
export function register(problem: Command): void {
  problem
    .command('import')
    .description('unpack a package, or draft one from a Kattis package')
    .argument('<file>', 'a zip that `whetstone problem export` made, or a Kattis problem package')
    .option('--into <dir>', 'where its folder is made: content/problems, or here for a draft')
    .addHelpText('after', '\nExits with 1 where the zip or the package in it is refused.')
    .action(unpack);
}

async function unpack(file: string, options: ImportOptions): Promise<void> {
  try {
    const bytes = await readFile(file).catch((cause: Error) => {
      throw new CommandFailure(`cannot read ${file}: ${cause.message}`, { cause });
    });
    const archive = await openArchive(basename(file), bytes);
    try {
      const slug = toSlug(archive.slug ?? basename(file).replace(/\.(zip|kpp)$/i, ''));
      if (slug === '')
        throw new CommandFailure(`${file}: expected its folder, or it, to be called by a slug`);
      const text = (await archive.read('problem.yaml')).toString('utf8');
      if (isKattis(text)) await draft(slug, { archive, text }, options);
      else await take(slug, archive, options);
    } finally {
      archive.close();
    }
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    console.error(cleanText(formatContentIssues(error.issues), 10_000));
    process.exitCode = exitCodes.no;
  }
}

async function take(
  slug: string,
  archive: ProblemArchive,
  { into = problemsFolder }: ImportOptions,
): Promise<void> {
  const folder = resolve(into, slug);
  if (existsSync(folder)) throw new CommandFailure(`${folder} is there already`);
  const strange = archive.paths.filter((path) => !/\.(yaml|md|ts)$/.test(path));
  if (strange.length > 0)
    throw new ContentError(
      strange.slice(0, 20).map((path) => ({
        file: `${slug}/${path}`,
        line: null,
        message: 'expected YAML, Markdown or TypeScript',
      })),
    );
  await mkdir(resolve(into), { recursive: true });
  // Beside its place, so that it appears there whole or not at all; what begins with a dot is taken for no package.
  const scratch = await mkdtemp(resolve(into, '.import-'));
  try {
    const unpacked = join(scratch, slug);
    for (const path of archive.paths) {
      await mkdir(dirname(join(unpacked, path)), { recursive: true });
      await writeFile(join(unpacked, path), await archive.read(path), { flush: true });
    }
    const pkg = await readProblem(unpacked, { questions: resolve(into, '../questions') });
    await refuseTwin(pkg.uuid, into);
    await rename(unpacked, folder);
    console.log(`${slug}: ${folder}, ${pkg.version}\nnext: whetstone problem verify ${folder}`);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function refuseTwin(uuid: string, into: string): Promise<void> {
  if (resolve(into) !== problemsFolder) return;
  for (const folder of await listProblemFolders(contentFolder)) {
    const text = await readFile(join(folder, 'problem.yaml'), 'utf8').catch(() => '');
    if (text.includes(uuid))
      throw new CommandFailure(`${basename(folder)} has the same uuid: it is that package already`);
  }
}

async function draft(
  slug: string,
  { archive, text }: { archive: ProblemArchive; text: string },
  { into = '.' }: ImportOptions,
): Promise<void> {
  const kattis = readKattis(`${slug}/problem.yaml`, text, archive.paths);
  const texts: [string, Buffer][] = [];
  for (const [to, from] of Object.entries(kattis.texts)) texts.push([to, await archive.read(from)]);
  const folder = resolve(into, slug);
  await writeScaffold(folder, { runtime: 'plain', described: describedBy(kattis) });
  // The example's own texts would tell of another problem; what is missing is told by verify.
  for (const part of ['statement', 'solution']) await rm(join(folder, part), { recursive: true });
  for (const [to, bytes] of texts) {
    await mkdir(dirname(join(folder, to)), { recursive: true });
    await writeFile(join(folder, to), bytes);
  }
  const list = (lines: string[]) => lines.map((line) => `  ${cleanText(line, 1000)}`);
  console.log(
    [
      `${folder} is a draft: what the Kattis package says of itself, in a package of ours.`,
      'taken over',
      ...list(kattis.mapped),
      'left out',
      ...list(kattis.leftOut),
      'still the example’s, and yours to write',
      ...list([
        'include/ (signature and driver), attachments/ (the starter), reference/, generators/, data/, submissions/, tolerance, runtime, entry_points',
        ...['statement/problem', 'solution/solution']
          .flatMap((stem) => [`${stem}.en.md`, `${stem}.zh.md`])
          .filter((path) => !(path in kattis.texts))
          .map((path) => `${path} (not there: without it nothing is verified)`),
      ]),
      `next: whetstone problem verify ${folder}`,
    ].join('\n'),
  );
}

function describedBy({ uuid, name, license, credits, source, topics, limits }: KattisProblem) {
  const { timeMs } = limits;
  return {
    ...(uuid !== null && { uuid }),
    name,
    source,
    ...(license !== null && { license }),
    ...(credits.length > 0 && { credits }),
    ...(topics.length > 0 && { topics }),
    // A guard for what waits instead of computing; Kattis has none.
    limits: { ...limits, ...(timeMs !== undefined && { wallMs: Math.min(120_000, timeMs * 5) }) },
  };
}
