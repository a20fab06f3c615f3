import { join } from 'node:path';
import { cache } from 'react';
import { development } from '#app/_policy/config.ts';
import { remember } from '#app/_session/remember.ts';
import { type Difficulty, difficulties } from '#content/difficulty.ts';
import { readSoundProblems } from '#content/read-problem.ts';

export type ProblemName = {
  slug: string;
  name: { en: string; zh: string };
  difficulty: Difficulty;
  topics: string[];
  /** Markdown. */
  statement: { en: string; zh: string };
};

const readForRequest = cache(readAll);
const readOnce = remember(readAll);

/**
 * The problems that this site teaches, the easy ones first: for links from pages that are built ahead. A built site
 * reads them once in each of its processes, as it does the questions.
 */
export function getProblemNames(): Promise<ProblemName[]> {
  return development ? readForRequest() : readOnce();
}

async function readAll(): Promise<ProblemName[]> {
  // One that is faulty is told of by who publishes, and keeps no page from being shown.
  const { packages } = await readSoundProblems(join(process.cwd(), 'content'));
  return packages
    .map(({ slug, name, difficulty, topics, statement }) => ({ slug, name, difficulty, topics, statement }))
    .sort((a, b) => difficulties.indexOf(a.difficulty) - difficulties.indexOf(b.difficulty));
}
