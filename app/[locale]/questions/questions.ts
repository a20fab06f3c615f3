import { join } from 'node:path';
import { cache } from 'react';
import type { Question } from '#content/question.ts';
import { readQuestions } from '#content/read-question.ts';

/** All questions; read once a request, and for built pages once a build. */
export const getQuestions = cache((): Promise<Question[]> => readQuestions(join(process.cwd(), 'content')));
