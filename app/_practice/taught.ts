import { join } from 'node:path';
import { development } from '#app/_policy/config.ts';
import { listQuestions, type QuestionTitle } from '#content/list-questions.ts';

const difficulties = ['easy', 'medium', 'hard'];

let built: Promise<QuestionTitle[]> | undefined;

/**
 * The questions that can be practised, in the order in which they are begun: the easy ones first. Reading them whole
 * takes seconds, which whoever comes first after a start would wait for.
 */
export function getTaught(): Promise<QuestionTitle[]> {
  if (development) return read();
  built ??= read();
  return built;
}

async function read(): Promise<QuestionTitle[]> {
  const questions = await listQuestions(join(process.cwd(), 'content'));
  return questions.sort((a, b) => difficulties.indexOf(a.difficulty) - difficulties.indexOf(b.difficulty));
}
