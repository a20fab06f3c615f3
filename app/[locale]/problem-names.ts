import { join } from 'node:path';
import { cache } from 'react';
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

/** The problems that this site teaches, the easy ones first: for links from pages that are built ahead. */
export const getProblemNames = cache(async (): Promise<ProblemName[]> => {
  const folders = await listProblemFolders(join(process.cwd(), 'content'));
  const problems = await Promise.all(folders.map(readProblem));
  return problems
    .map(({ slug, name, difficulty, topics, statement }) => ({ slug, name, difficulty, topics, statement }))
    .sort((a, b) => difficulties.indexOf(a.difficulty) - difficulties.indexOf(b.difficulty));
});
