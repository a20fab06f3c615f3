import { checkMarkdown } from '../check-markdown.ts';
import type { ContentIssue } from '../content-error.ts';
import type { Linkable } from '../linkable.ts';
import type { Check, Locale, QuestionText } from '../question.ts';
import { parseYaml, yamlLines } from '../yaml-file.ts';
import { type TextFile, textFile } from './schema.ts';

/** A language's text, and where its parts stand: paths are those of the front matter. */
export type ReadText = { file: string; text: QuestionText; lineOf: (path: PropertyKey[]) => number | null };

/** Reads en.md or zh.md; what is wrong is added to `issues`. */
export async function readText(
  { file, text }: { file: string; text: string },
  context: { locale: Locale; linkable: Linkable },
  issues: ContentIssue[],
): Promise<ReadText | undefined> {
  const parts = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text.replaceAll('\r\n', '\n'));
  if (!parts) {
    const message = 'expected front matter between two lines of ---, then the full answer';
    issues.push({ file, line: 1, message });
    return undefined;
  }
  const [, front = '', full = ''] = parts;
  const parsed = parseYaml({ file, text: front, firstLine: 2 }, textFile, issues);
  const firstLine = front.split('\n').length + 3;
  if (full.trim() === '')
    issues.push({ file, line: firstLine, message: 'expected the full answer below the front matter' });
  issues.push(...(await checkMarkdown(full, { file, firstLine, ...context })));
  if (!parsed) return undefined;
  const lineOf = yamlLines({ text: front, firstLine: 2 });
  for (const [path, markdown] of snippetsOf(parsed)) {
    const found = await checkMarkdown(markdown, { file, firstLine: 1, ...context });
    // Where a text begins is known, which of its lines is meant is not: YAML may have folded them.
    for (const { message } of found)
      issues.push({ file, line: lineOf(path), message: `${path.join('.')}: ${message}` });
  }
  const { key_points: keyPoints, wrong_answers: wrongAnswers, follow_ups: followUps, ...same } = parsed;
  return { file, text: { ...same, full, keyPoints, wrongAnswers, followUps }, lineOf };
}

type Snippet = [path: (string | number)[], markdown: string];

/** All markdown of a front matter, by path. */
function snippetsOf(text: TextFile): Snippet[] {
  return [
    [['short'], text.short],
    ...text.key_points.map((point, i): Snippet => [['key_points', i], point]),
    ...text.wrong_answers.flatMap((wrong, i) => fields(['wrong_answers', i], wrong)),
    ...text.follow_ups.flatMap((followUp, i) => fields(['follow_ups', i], followUp)),
    ...text.checks.flatMap((check, i) => checkSnippets(['checks', i], check)),
    ...text.sources.map(({ note }, i): Snippet => [['sources', i, 'note'], note]),
  ];
}

function checkSnippets(path: (string | number)[], check: Check): Snippet[] {
  // Its texts are its generator's.
  if (check.kind === 'generated') return [];
  return [[[...path, 'prompt'], check.prompt], ...answerSnippets(path, check)];
}

function answerSnippets(path: (string | number)[], check: Exclude<Check, { kind: 'generated' }>): Snippet[] {
  switch (check.kind) {
    case 'number':
    case 'quantity':
      return fields([...path, 'feedback'], check.feedback);
    case 'choice':
      return check.options.flatMap(({ text, feedback }, i) =>
        fields([...path, 'options', i], { text, feedback }),
      );
    case 'order':
      return check.steps.flatMap((step, i) => fields([...path, 'steps', i], step));
    case 'match':
      return check.pairs.flatMap(({ left, feedback }, i) =>
        fields([...path, 'pairs', i], { left, feedback }),
      );
  }
}

function fields(path: (string | number)[], texts: Record<string, string>): Snippet[] {
  return Object.entries(texts).map(([key, markdown]) => [[...path, key], markdown]);
}
