import { join } from 'node:path';
import { development } from '#app/_policy/config.ts';
import { remember } from '#app/_session/remember.ts';
import { listQuestions, type QuestionTitle } from '#content/list-questions.ts';
import { inTeachingOrder } from '#content/teaching-order.ts';

const readOnce = remember(read);

/**
 * The questions that can be practised, in the order in which they are begun: the easy ones first. Reading them whole
 * takes seconds, which whoever comes first after a start would wait for.
 */
export function getTaught(): Promise<QuestionTitle[]> {
  return development ? read() : readOnce();
}

async function read(): Promise<QuestionTitle[]> {
  const folder = join(process.cwd(), 'content');
  return inTeachingOrder(folder, await listQuestions(folder));
}
