import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ContentError, type ContentIssue } from './content-error.ts';
import { findLinkable, type Linkable } from './linkable.ts';
import type { Question } from './question.ts';
import { differences } from './read-question/differences.ts';
import { type ReadText, readText } from './read-question/read-text.ts';
import { questionFile } from './read-question/schema.ts';
import { slugForm } from './slug.ts';
import { parseYaml, yamlLines } from './yaml-file.ts';

/** Reads all questions. Throws {@link ContentError} with everything that is wrong with any of them, by file and line. */
export async function readQuestions(contentFolder: string): Promise<Question[]> {
  const folder = join(contentFolder, 'questions');
  const linkable = await findLinkable(contentFolder);
  const issues: ContentIssue[] = [];
  const questions: Question[] = [];
  for (const slug of linkable.questions) {
    const question = await readQuestion({ folder: join(folder, slug), slug, linkable, issues });
    if (question) questions.push(question);
  }
  issues.push(...sharedTitles(questions));
  if (issues.length > 0) throw new ContentError(issues);
  return questions;
}

type Reading = { folder: string; slug: string; linkable: Linkable; issues: ContentIssue[] };
type Part = { file: string; text: string };

const known = ['question.yaml', 'en.md', 'zh.md'];

async function readQuestion(reading: Reading): Promise<Question | undefined> {
  const { folder, slug, linkable, issues } = reading;
  const before = issues.length;
  const complain = (file: string, message: string) => issues.push({ file, line: null, message });
  const at = (name: string) => `questions/${slug}/${name}`;
  if (!slugForm.test(slug))
    complain(`questions/${slug}`, 'expected a folder named by lower-case words joined by hyphens');
  const files = await readdir(folder);
  for (const name of files.filter((file) => !known.includes(file)))
    complain(at(name), 'unknown file: a question is question.yaml, en.md and zh.md');

  const open = async (name: string, missing: string): Promise<Part | undefined> => {
    const file = at(name);
    if (files.includes(name)) return { file, text: await readFile(join(folder, name), 'utf8') };
    complain(file, missing);
    return undefined;
  };
  const shared = await open('question.yaml', 'expected this file');
  const en = await open('en.md', 'expected this file: every language needs it');
  const zh = await open('zh.md', 'expected this file: every language needs it');
  const facts = shared && readFacts(shared, reading);
  const english = en && (await readText(en, { locale: 'en', linkable }, issues));
  const chinese = zh && (await readText(zh, { locale: 'zh', linkable }, issues));
  if (english && chinese) issues.push(...apart(english, chinese));
  if (!facts || !english || !chinese || issues.length > before) return undefined;
  return { slug, ...facts, text: { en: english.text, zh: chinese.text } };
}

function readFacts(part: Part, { linkable, issues }: Reading) {
  const facts = parseYaml(part, questionFile, issues);
  for (const [index, problem] of facts?.problems.entries() ?? []) {
    if (linkable.problems.has(problem)) continue;
    const line = yamlLines(part)(['problems', index]);
    issues.push({
      file: part.file,
      line,
      message: `problems.${index}: there is no problem ${problem}`,
    });
  }
  return facts;
}

/** English is taken as meant; what differs is told of the Chinese. */
function apart(english: ReadText, chinese: ReadText): ContentIssue[] {
  return differences(english.text, chinese.text).map(({ path, message }) => ({
    file: chinese.file,
    line: chinese.lineOf(path),
    message: `${path.join('.')}: ${message}`,
  }));
}

function sharedTitles(questions: Question[]): ContentIssue[] {
  return (['en', 'zh'] as const).flatMap((locale) => {
    const first = new Map<string, string>();
    return questions.flatMap(({ slug, text }) => {
      const { title } = text[locale];
      const other = first.get(title);
      first.set(title, other ?? slug);
      const file = `questions/${slug}/${locale}.md`;
      return other === undefined
        ? []
        : [{ file, line: null, message: `title: expected one of its own, but ${other} has the same` }];
    });
  });
}
