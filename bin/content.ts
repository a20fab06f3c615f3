import { join } from 'node:path';
import type { Command } from 'commander';
import { checkProblemTexts } from '#content/check-problem-texts.ts';
import { ContentError, type ContentIssue, formatContentIssues } from '#content/content-error.ts';
import { findLinkable } from '#content/linkable.ts';
import type { ProblemPackage } from '#content/problem.ts';
import { readProblems } from '#content/read-problem.ts';
import { readQuestions } from '#content/read-question.ts';
import { readTopics, type Tagged } from '#content/read-topics.ts';
import { readTracks } from '#content/read-tracks.ts';
import { probeConfinement } from '#judge/confine.ts';
import { publishAll, type Skipped } from '#judge/publish.ts';
import { readCommandConfig, rootFolder } from './config.ts';
import { type DataOption, withDataOption } from './database.ts';
import { exitCodes } from './failure.ts';
import { skippedLine } from './skipped.ts';
import { cacheFolder, withStations } from './stations.ts';
import { withClient } from './with-client.ts';

/** `whetstone content`: what is taught, as a whole. One problem is the matter of `whetstone problem`. */
export function register(program: Command): void {
  const content = program.command('content').description('check and publish what is taught');

  content
    .command('check')
    .description('read all of it and tell what is wrong, by file and line')
    .action(check);

  withDataOption(content.command('publish'))
    .description('compute what changed and let the site show it')
    .option('--skip-faulty', 'leave a problem whose package is faulty as it is and go on, as `start` does')
    .addHelpText('after', '\nExits with 1 where a problem waits, since nothing can be run here safely.')
    .action(publish);
}

const folder = join(rootFolder, 'content');

async function check(): Promise<void> {
  const [questions, problems] = await Promise.allSettled([readQuestions(folder), readProblems(folder)]);
  const issues = issuesOf([questions, problems]);
  if (problems.status === 'fulfilled') issues.push(...(await textsOf(problems.value)));
  // What leads to questions and problems is looked at once those can be read.
  if (questions.status === 'fulfilled' && problems.status === 'fulfilled')
    issues.push(...(await checkWays({ questions: questions.value, problems: problems.value })));
  if (issues.length > 0) {
    console.error(formatContentIssues(issues));
    process.exitCode = exitCodes.no;
    return;
  }
  console.log('all questions, problems, topics and tracks are as they should be');
}

async function textsOf(problems: ProblemPackage[]): Promise<ContentIssue[]> {
  const linkable = await findLinkable(folder);
  return (await Promise.all(problems.map((pkg) => checkProblemTexts(pkg, linkable)))).flat();
}

/** Topics and tracks. */
async function checkWays(taught: { questions: Tagged[]; problems: Tagged[] }): Promise<ContentIssue[]> {
  const slugs = (all: Tagged[]) => new Set(all.map(({ slug }) => slug));
  const linkable = { questions: slugs(taught.questions), problems: slugs(taught.problems) };
  return issuesOf(await Promise.allSettled([readTopics(folder, taught), readTracks(folder, linkable)]));
}

function issuesOf(results: PromiseSettledResult<unknown>[]): ContentIssue[] {
  return results.flatMap((result) => {
    if (result.status === 'fulfilled') return [];
    if (result.reason instanceof ContentError) return result.reason.issues;
    throw result.reason;
  });
}

type PublishingOptions = DataOption & { skipFaulty?: true };

async function publish(options: PublishingOptions): Promise<void> {
  const cacheDir = cacheFolder(options.data);
  const { backend } = readCommandConfig();
  const skip = (skipped: Skipped) => console.log(skippedLine(skipped));
  const published = await withClient(options, (db) =>
    withStations({ warm: ['plain'], cacheDir }, (openStations) =>
      publishAll(folder, { db, cacheDir, backend, openStations, ...(options.skipFaulty && { skip }) }),
    ),
  );
  for (const { slug, outcome } of published) console.log(`${slug}: ${outcome}`);
  if (published.every(({ outcome }) => outcome !== 'waiting')) return;
  const { trouble } = await probeConfinement();
  console.error(
    `what waits has to be computed, and nothing can be run here: ${trouble ?? 'tried again it could'}`,
  );
  process.exitCode = exitCodes.no;
}
