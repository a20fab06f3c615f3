import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { listQuestions, type QuestionTitle } from '#content/list-questions.ts';
import { findExplaining } from '#content/questions-of.ts';
import { readProblem } from '#content/read-problem.ts';
import { isSlug } from '#content/slug.ts';
import { type GradeListener, grade } from '#judge/grade.ts';
import { findOrPrepare } from '#judge/prepared.ts';
import { openTrace } from '#judge/trace.ts';
import type { Locale, Verdict } from '#judge/verdict.ts';
import { readCommandConfig, rootFolder } from './config.ts';
import { CommandFailure, exitCodes } from './failure.ts';
import { traceTable } from './grade/print-trace.ts';
import { verdictJson, verdictText } from './grade/print-verdict.ts';
import { localeOption } from './locale-option.ts';
import { cacheFolder, withStations } from './stations.ts';

type GradeOptions = { problem: string; locale: Locale; json?: true; trace?: true };

/** `whetstone grade FILE`: what the judge says of a file, without database or server. */
export function register(program: Command): void {
  program
    .command('grade')
    .description('grade a file as the judge would; needs no database and no server')
    .argument('<file>', 'a solution in TypeScript')
    .requiredOption(
      '--problem <slug>',
      'the problem it solves; or the folder of a package elsewhere, with a / in it',
    )
    .addOption(localeOption())
    .option('--json', 'print the verdict as JSON, and nothing else')
    .option('--trace', 'tell on standard error where the time goes, by stage and by test')
    .addHelpText('after', '\nExits with 0 for AC, 1 for any other verdict, 2 where it could not be graded.')
    .action(async (file: string, options: GradeOptions) => {
      const { verdict, version } = await gradeFile(file, options);
      const { locale, problem } = options;
      const explaining = await explain(verdict);
      const ofSite = isSlug(problem) ? problem : undefined;
      const telling = { locale, explaining, siteUrl: readCommandConfig().siteUrl, ofSite };
      console.log(
        options.json
          ? JSON.stringify(verdictJson(verdict, { ...telling, problem, version }), null, 2)
          : verdictText(verdict, telling),
      );
      // A judge error is no verdict on the file.
      process.exitCode =
        verdict.verdict === 'AC' ? exitCodes.yes : verdict.verdict === 'JE' ? exitCodes.failed : exitCodes.no;
    });
}

/** The question that explains the mistake, where one was named. */
async function explain({ diagnosis }: Verdict): Promise<QuestionTitle | undefined> {
  if (!diagnosis) return undefined;
  const questions = await listQuestions(join(rootFolder, 'content'));
  return findExplaining(questions, diagnosis.question);
}

async function gradeFile(
  file: string,
  { problem: slug, trace }: GradeOptions,
): Promise<{ verdict: Verdict; version: string }> {
  const tell = trace ? tracer() : () => undefined;
  const source = await readSource(file);
  const pkg = await readProblem(folderOf(slug));
  tell(`read ${slug} ${pkg.version}`);
  if (Buffer.byteLength(source) > pkg.limits.codeKiB * 1024)
    throw new CommandFailure(`${file} is larger than the ${pkg.limits.codeKiB} KiB that ${slug} allows`);
  return withStations({ warm: [pkg.runtime], size: 1 }, async (openStations) => {
    const opening = openStations().then((stations) => {
      tell('opened compiler, sandbox and reference engine');
      return stations;
    });
    const { problem } = await findOrPrepare(pkg, () => opening, {
      cacheDir: cacheFolder(),
      backend: readCommandConfig().backend,
    });
    tell('prepared the problem');
    const stations = await opening;
    // As a judge finds them: warm.
    const tracer = openTrace(() => performance.now());
    const verdict = await grade({ source, problem, tracer }, stations, deaf);
    if (trace) console.error(`\n${traceTable(tracer.read(), verdict)}\n`);
    return { verdict, version: pkg.version };
  });
}

function folderOf(problem: string): string {
  if (isSlug(problem)) return join(rootFolder, 'content/problems', problem);
  // Only what looks like a package is read.
  if (problem.includes('/') && existsSync(join(problem, 'problem.yaml'))) return resolve(problem);
  throw new CommandFailure(`expected the slug of a problem, or the folder of a package, got ${problem}`);
}

async function readSource(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new CommandFailure(`cannot read ${file}: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    });
  }
}

function tracer(): (said: string) => void {
  const started = performance.now();
  return (said) => console.error(`${(performance.now() - started).toFixed(0).padStart(7)} ms  ${said}`);
}

// The verdict tells it all.
const deaf: GradeListener = { status: () => undefined, test: () => undefined };
