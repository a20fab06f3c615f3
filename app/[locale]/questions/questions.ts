import { join } from 'node:path';
import { cache } from 'react';
import { development } from '#app/_policy/config.ts';
import { remember } from '#app/_session/remember.ts';
import type { Question } from '#content/question.ts';
import { readQuestions } from '#content/read-question.ts';
import { inTeachingOrder } from '#content/teaching-order.ts';

const readForRequest = cache(readAll);
const readOnce = remember(readAll);

/**
 * All questions, in the order in which they are best read. Who writes one sees each change; a built site reads them once in each of its processes: reading means
 * setting every formula and colouring all code, and a build that did so for each page took a minute for twenty questions.
 */
export function getQuestions(): Promise<Question[]> {
  return development ? readForRequest() : readOnce();
}

async function readAll(): Promise<Question[]> {
  const folder = join(process.cwd(), 'content');
  return inTeachingOrder(folder, await readQuestions(folder));
}
