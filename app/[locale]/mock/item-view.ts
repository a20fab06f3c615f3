/** An item of a mock interview as its page shows it: of a check never what is right. */

import { topicName } from '#app/_messages/topics.ts';
import type { ItemJson } from '#app/api/v1/mocks/shape.ts';
import { renderMarkdown } from '#content/markdown.ts';
import type { PublicProblem } from '#content/public-problem.ts';
import type { Question, QuestionText } from '#content/question.ts';
import type { Locale } from '#judge/verdict.ts';
import type { CheckView } from '../questions/check-view.ts';
import { renderQuestion } from '../questions/question-view.ts';

type Shown = {
  place: number;
  slug: string;
  title: string;
  topics: string[];
  difficulty: 'easy' | 'medium' | 'hard' | null;
  beyond: 'topics' | 'level' | null;
  budgetMs: number;
};
export type QuestionItem = Shown & {
  kind: 'question';
  /** How many key points there are to name. */
  points: number;
};
export type CheckItem = Shown & {
  kind: 'check';
  promptHtml: string;
} & (
    | { asks: 'choice'; optionsHtml: string[]; multiple: boolean }
    | { asks: 'number'; unit: string }
    | { asks: 'nothing' }
  );
export type ProblemItem = Shown & { kind: 'problem' };
export type ItemView = QuestionItem | CheckItem | ProblemItem;

type Sources = {
  locale: Locale;
  questions: ReadonlyMap<string, Question>;
  problem: PublicProblem | undefined;
};

export async function viewItem(item: ItemJson, sources: Sources): Promise<ItemView> {
  const { locale, questions, problem } = sources;
  const { place, slug, budgetMs } = item;
  const question = questions.get(slug);
  const beyond = item.beyond === 'topics' || item.beyond === 'level' ? item.beyond : null;
  const of = item.kind === 'problem' ? problem : question;
  const shown: Shown = {
    place,
    slug,
    title: (item.kind === 'problem' ? problem?.name[locale] : question?.text[locale].title) ?? slug,
    topics: (of?.topics ?? []).map((topic) => topicName(locale, topic)),
    difficulty: of?.difficulty ?? null,
    beyond,
    budgetMs,
  };
  if (item.kind === 'check') return { ...shown, kind: 'check', ...(await viewCheck(item, question, locale)) };
  if (item.kind === 'problem') return { ...shown, kind: 'problem' };
  return { ...shown, kind: 'question', points: question?.text[locale].keyPoints.length ?? 0 };
}

async function viewCheck(item: ItemJson, question: Question | undefined, locale: Locale) {
  const check = question && (await renderCheckOf(question.text[locale], item.check));
  if (check?.kind === 'choice') {
    const { promptHtml, multiple, options } = check;
    return { asks: 'choice' as const, promptHtml, multiple, optionsHtml: options.map(({ html }) => html) };
  }
  if (check?.kind === 'number')
    return { asks: 'number' as const, promptHtml: check.promptHtml, unit: check.unit };
  return { asks: 'nothing' as const, promptHtml: await renderMarkdown('') };
}

/** One of a question's checks as its page shows it. */
export async function renderCheckOf(text: QuestionText, id: string | null): Promise<CheckView | undefined> {
  const checks = text.checks.filter((check) => check.id === id);
  return (await renderQuestion({ ...nothingBut, title: text.title, checks })).checks[0];
}

// Rendering all of a question for one of its checks would be some hundred times the work.
const nothingBut = {
  short: '',
  full: '',
  keyPoints: [],
  wrongAnswers: [],
  followUps: [],
  sources: [],
};
