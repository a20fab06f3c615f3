import { join } from 'node:path';
import type { ContentIssue } from '../content-error.ts';
import { foldersIn } from '../linkable.ts';
import type { PackageSubmission } from '../problem.ts';
import { yamlLines } from '../yaml-file.ts';

type Read = { slug: string; questions: string; submissions: PackageSubmission[]; text: string };

const file = 'submissions/submissions.yaml';

/** What is wrong with the questions that a package's misconceptions name: each must be there to be read. */
export async function wrongQuestions({ slug, questions, submissions, text }: Read): Promise<ContentIssue[]> {
  const named = submissions.flatMap(({ file: of, misconception }) =>
    misconception?.question ? [{ of, question: misconception.question }] : [],
  );
  if (named.length === 0) return [];
  const known = await knownQuestions(questions);
  const lineOf = yamlLines({ text });
  return named
    .filter(({ question }) => !known.has(question))
    .map(({ of, question }) => ({
      file: `${slug}/${file}`,
      line: lineOf([of, 'misconception', 'question']),
      message: `${of}: misconception.question: there is no question ${question}`,
    }));
}

/** Where there are none the package is kept elsewhere and is for this Whetstone, whose questions count then. */
async function knownQuestions(questions: string): Promise<ReadonlySet<string>> {
  return (
    (await namesIn(questions)) ?? (await namesIn(join(import.meta.dirname, '../questions'))) ?? new Set()
  );
}

async function namesIn(folder: string): Promise<ReadonlySet<string> | undefined> {
  try {
    return await foldersIn(folder);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw cause;
  }
}
