import { join } from 'node:path';
import { cache } from 'react';
import { readTopics } from '#content/read-topics.ts';
import type { Topic } from '#content/topic.ts';
import { getQuestions } from '../questions/questions.ts';

/** All topics; what comes before another stands before it in no particular place. For pages that are built ahead. */
export const getTopics = cache(async (): Promise<Topic[]> => {
  // A problem with a topic that is none is told of by `content check`, and keeps no page from being shown.
  return readTopics(join(process.cwd(), 'content'), { questions: await getQuestions(), problems: [] });
});
