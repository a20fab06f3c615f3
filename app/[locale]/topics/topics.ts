import { join } from 'node:path';
import { cache } from 'react';
import { readTopics } from '#content/read-topics.ts';
import type { Topic } from '#content/topic.ts';
import { getProblemNames } from '../problem-names.ts';
import { getQuestions } from '../questions/questions.ts';

/** All topics; what comes before another stands before it in no particular place. For pages that are built ahead. */
export const getTopics = cache(async (): Promise<Topic[]> => {
  const [questions, problems] = await Promise.all([getQuestions(), getProblemNames()]);
  return readTopics(join(process.cwd(), 'content'), { questions, problems });
});
