import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ContentError, type ContentIssue } from './content-error.ts';
import { renderMarkdown } from './markdown.ts';
import type { Locale, Question, QuestionText } from './question.ts';
import { differences } from './read-question/differences.ts';
import { questionFile, type TextFile, textFile } from './read-question/schema.ts';
import { parseYaml } from './yaml-file.ts';

const locales = ['en', 'zh'] as const satisfies readonly Locale[];
const known = new Set(['question.yaml', 'en.md', 'zh.md']);

/** Reads all questions. Throws {@link ContentError} with everything that is wrong with any of them, by file and line. */
export async function readQuestions(contentFolder: string): Promise<Question[]> {
  const folder = join(contentFolder, 'questions');
  const [slugs, problems] = await Promise.all([
    foldersIn(folder),
    foldersIn(join(contentFolder, 'problems')),
  ]);
  const issues: ContentIssue[] = [];
  const questions: Question[] = [];
  for (const slug of slugs) {
    const question = await readQuestion({
      folder: join(folder, slug),
      slug,
      problems: new Set(problems),
      issues,
    });
    if (question) questions.push(question);
  }
  const ids = new Map<string, string>();
  for (const { slug, text } of questions) {
    const other = ids.get(text.en.title);
    if (other !== undefined)
      issues.push({
        file: `questions/${slug}/en.md`,
        line: 1,
        message: `title: the same as that of ${other}`,
      });
    ids.set(text.en.title, slug);
  }
  if (issues.length > 0) throw new ContentError(issues);
  return questions;
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort((a, b) => a.localeCompare(b));
}

type Reading = { folder: string; slug: string; problems: Set<string>; issues: ContentIssue[] };

async function readQuestion(reading: Reading): Promise<Question | undefined> {
  const { folder, slug, problems, issues } = reading;
  const before = issues.length;
  const at = (name: string) => `questions/${slug}/${name}`;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) {
    issues.push({
      file: at(''),
      line: null,
      message: 'expected a folder named by lower-case words joined by hyphens',
    });
  }
  const files = await readdir(folder);
  for (const name of files.filter((file) => !known.has(file))) {
    issues.push({
      file: at(name),
      line: null,
      message: 'unknown file: a question is question.yaml, en.md and zh.md',
    });
  }
  const shared = await readShared(reading, files.includes('question.yaml'));
  const en = await readText(reading, 'en', files.includes('en.md'));
  const zh = await readText(reading, 'zh', files.includes('zh.md'));
  for (const problem of shared?.problems.filter((name) => !problems.has(name)) ?? []) {
    issues.push({
      file: at('question.yaml'),
      line: null,
      message: `problems: there is no problem ${problem}`,
    });
  }
  if (en && zh) {
    issues.push(...differences(en, zh).map((message) => ({ file: at('zh.md'), line: null, message })));
  }
  return shared && en && zh && issues.length === before ? { slug, ...shared, text: { en, zh } } : undefined;
}

async function readShared({ folder, slug, issues }: Reading, present: boolean) {
  const file = `questions/${slug}/question.yaml`;
  if (!present) {
    issues.push({ file, line: null, message: 'expected this file' });
    return undefined;
  }
  return parseYaml(
    { file, text: await readFile(join(folder, 'question.yaml'), 'utf8') },
    questionFile,
    issues,
  );
}

async function readText(
  { folder, slug, issues }: Reading,
  locale: (typeof locales)[number],
  present: boolean,
): Promise<QuestionText | undefined> {
  const file = `questions/${slug}/${locale}.md`;
  if (!present) {
    issues.push({ file, line: null, message: 'expected this file: every language needs it' });
    return undefined;
  }
  const text = await readFile(join(folder, `${locale}.md`), 'utf8');
  const parts = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text);
  if (!parts) {
    issues.push({
      file,
      line: 1,
      message: 'expected front matter between two lines of ---, then the full answer',
    });
    return undefined;
  }
  const [, front = '', full = ''] = parts;
  const parsed = parseYaml({ file, text: front, firstLine: 2 }, textFile, issues);
  if (!parsed) return undefined;
  await checkMarkdown({ file, text: full, firstLine: front.split('\n').length + 3 }, issues);
  for (const [place, markdown] of snippetsOf(parsed)) {
    const found: ContentIssue[] = [];
    await checkMarkdown({ file, text: markdown }, found);
    issues.push(...found.map((issue) => ({ ...issue, line: null, message: `${place}: ${issue.message}` })));
  }
  return toText(parsed, full);
}

async function checkMarkdown(
  { file, text, firstLine }: { file: string; text: string; firstLine?: number },
  issues: ContentIssue[],
) {
  try {
    await renderMarkdown(text, { file, ...(firstLine !== undefined && { firstLine }) });
  } catch (cause) {
    if (!(cause instanceof ContentError)) throw cause;
    issues.push(...cause.issues);
  }
}

function snippetsOf(text: TextFile): [string, string][] {
  return [
    ['short', text.short],
    ...text.key_points.map((point, i): [string, string] => [`key_points.${i}`, point]),
    ...text.wrong_answers.flatMap(({ claim, why }, i): [string, string][] => [
      [`wrong_answers.${i}`, `${claim}\n\n${why}`],
    ]),
    ...text.follow_ups.flatMap(({ question, answer }, i): [string, string][] => [
      [`follow_ups.${i}`, `${question}\n\n${answer}`],
    ]),
    ...text.checks.flatMap((check): [string, string][] => [
      [`checks.${check.id}`, check.prompt],
      ...(check.kind === 'choice'
        ? check.options.map(({ text: option, feedback }): [string, string] => [
            `checks.${check.id}`,
            `${option}\n\n${feedback}`,
          ])
        : ([[`checks.${check.id}`, `${check.feedback.right}\n\n${check.feedback.wrong}`]] as [
            string,
            string,
          ][])),
    ]),
  ];
}

function toText(parsed: TextFile, full: string): QuestionText {
  const {
    title,
    short,
    key_points: keyPoints,
    wrong_answers: wrongAnswers,
    follow_ups: followUps,
    checks,
    sources,
  } = parsed;
  return { title, short, full, keyPoints, wrongAnswers, followUps, checks, sources };
}
