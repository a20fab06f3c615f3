/** What questions there are and what they are called, without setting their formulas and colouring their code. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Difficulty, difficulties } from './difficulty.ts';
import { foldersIn } from './linkable.ts';
import type { Locale } from './question.ts';

export type QuestionTitle = {
  slug: string;
  difficulty: Difficulty;
  topics: string[];
  /** Slugs of problems to go on with. */
  problems: string[];
  title: Record<Locale, string>;
};

const facts = z.object({
  difficulty: z.enum(difficulties),
  topics: z.array(z.string()),
  problems: z.array(z.string()).default([]),
});
const named = z.object({ title: z.string() });

/**
 * All questions, by name. They are believed to be well-formed, as those of a built site are; `readQuestions` tells what
 * is wrong with one.
 */
export async function listQuestions(contentFolder: string): Promise<QuestionTitle[]> {
  const folder = join(contentFolder, 'questions');
  const slugs = [...(await foldersIn(folder))];
  return Promise.all(slugs.map((slug) => readTitle(join(folder, slug), slug)));
}

async function readTitle(folder: string, slug: string): Promise<QuestionTitle> {
  const read = (name: string) => readFile(join(folder, name), 'utf8');
  const [shared, en, zh] = await Promise.all([read('question.yaml'), read('en.md'), read('zh.md')]);
  return { slug, ...facts.parse(parse(shared)), title: { en: titleOf(en), zh: titleOf(zh) } };
}

function titleOf(text: string): string {
  const [, head = ''] = /^---\r?\n(.*?)\r?\n---/s.exec(text) ?? [];
  return named.parse(parse(head)).title;
}
