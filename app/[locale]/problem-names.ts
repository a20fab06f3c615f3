import { join } from 'node:path';
import { cache } from 'react';
import { development } from '#app/_policy/config.ts';
import { listProblemFolders, readProblem } from '#content/read-problem.ts';

export type ProblemName = {
  slug: string;
  name: { en: string; zh: string };
  difficulty: 'easy' | 'medium' | 'hard';
  topics: string[];
  /** Markdown. */
  statement: { en: string; zh: string };
};

const difficulties = ['easy', 'medium', 'hard'];

const readForRequest = cache(readAll);

let built: Promise<ProblemName[]> | undefined;

/**
 * The problems that this site teaches, the easy ones first: for links from pages that are built ahead. A built site
 * reads them once in each of its processes, as it does the questions.
 */
export function getProblemNames(): Promise<ProblemName[]> {
  if (development) return readForRequest();
  built ??= readAll();
  return built;
}

async function readAll(): Promise<ProblemName[]> {
  const folders = await listProblemFolders(join(process.cwd(), 'content'));
  const problems = await Promise.all(folders.map(readProblem));
  return problems
    .map(({ slug, name, difficulty, topics, statement }) => ({ slug, name, difficulty, topics, statement }))
    .sort((a, b) => difficulties.indexOf(a.difficulty) - difficulties.indexOf(b.difficulty));
}
