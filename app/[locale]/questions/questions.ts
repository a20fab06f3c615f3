import { join } from 'node:path';
import { cache } from 'react';
import { development } from '#app/_policy/config.ts';
import type { Question } from '#content/question.ts';
import { readQuestions } from '#content/read-question.ts';

const readAll = (): Promise<Question[]> => readQuestions(join(process.cwd(), 'content'));
const readForRequest = cache(readAll);

let built: Promise<Question[]> | undefined;

/**
 * All questions. Who writes one sees each change; a built site reads them once in each of its processes: reading means
 * setting every formula and colouring all code, and a build that did so for each page took a minute for twenty questions.
 */
export function getQuestions(): Promise<Question[]> {
  if (development) return readForRequest();
  built ??= readAll();
  return built;
}
