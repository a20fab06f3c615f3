/** An item of a mock interview as its page shows it: of a check never what is right. */

import { topicName } from '#app/_messages/topics.ts';
import { fixNumbers } from '#app/_mock/fix-numbers.ts';
import type { ItemJson } from '#app/api/v1/mocks/shape.ts';
import type { Difficulty } from '#content/difficulty.ts';
import { renderMarkdown } from '#content/markdown.ts';
import type { PublicProblem } from '#content/public-problem.ts';
import { parseQuantity } from '#content/quantity.ts';
import type { Question, QuestionText } from '#content/question.ts';
import type { Locale } from '#judge/verdict.ts';
import { hintOfQuantity } from '../questions/[slug]/tell-quantity.ts';
import { type CheckView, type GeneratedView, renderAuthored } from '../questions/check-view.ts';

type Shown = {
  place: number;
  slug: string;
  title: string;
  topics: string[];
  difficulty: Difficulty | null;
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
    /** `hint` says what a number with its unit looks like here. */
    | { asks: 'quantity'; hint: string }
    /** The steps as they are shown at first. */
    | { asks: 'order'; stepsHtml: string[] }
    /** `partners` are all that can be chosen for each of the left. */
    | { asks: 'match'; leftHtml: string[]; partners: string[] }
    | { asks: 'nothing' }
  );
export type ProblemItem = Shown & { kind: 'problem' };
export type ItemView = QuestionItem | CheckItem | ProblemItem;

type Sources = {
  mockId: string;
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
  if (item.kind === 'check') return { ...shown, kind: 'check', ...(await viewCheck(item, sources)) };
  if (item.kind === 'problem') return { ...shown, kind: 'problem' };
  return { ...shown, kind: 'question', points: question?.text[locale].keyPoints.length ?? 0 };
}

async function viewCheck(item: ItemJson, { mockId, locale, questions }: Sources) {
  const text = questions.get(item.slug)?.text[locale];
  const check = text && (await renderCheckOf(text, { locale, mockId, place: item.place, id: item.check }));
  switch (check?.kind) {
    case 'choice': {
      const { promptHtml, multiple, options } = check;
      return { asks: 'choice' as const, promptHtml, multiple, optionsHtml: options.map(({ html }) => html) };
    }
    case 'number':
      return { asks: 'number' as const, promptHtml: check.promptHtml, unit: check.unit };
    case 'quantity': {
      const answer = parseQuantity(check.answer);
      const hint = answer ? hintOfQuantity(locale, answer) : '';
      return { asks: 'quantity' as const, promptHtml: check.promptHtml, hint };
    }
    case 'order': {
      const { promptHtml, shown, steps } = check;
      return {
        asks: 'order' as const,
        promptHtml,
        stepsHtml: shown.flatMap((place) => steps[place]?.html ?? []),
      };
    }
    case 'match': {
      const { promptHtml, pairs, partners } = check;
      return {
        asks: 'match' as const,
        promptHtml,
        leftHtml: pairs.map(({ leftHtml }) => leftHtml),
        partners,
      };
    }
    default:
      return { asks: 'nothing' as const, promptHtml: await renderMarkdown('') };
  }
}

type Wanted = { locale: Locale; mockId: string; place: number; id: string | null };

/** One of a question's checks as its page shows it, with the numbers that this interview drew for it. */
async function renderCheckOf(
  text: QuestionText,
  { id, ...asked }: Wanted,
): Promise<Exclude<CheckView, GeneratedView> | undefined> {
  const check = text.checks.find((one) => one.id === id);
  return check && renderAuthored(await fixNumbers(check, asked));
}
