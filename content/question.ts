/** A question as typed values: `content/questions/<slug>/{en,zh}.md`, both languages side by side. */

import type { Difficulty } from './difficulty.ts';
import type { GeneratorName } from './generated.ts';

export type Locale = 'en' | 'zh';

/** An option and what to say to who chose it: every option teaches, the right one too. Markdown. */
export type ChoiceOption = { text: string; correct: boolean; feedback: string };

/** A question with one machine-checkable answer. Prompts and feedback are markdown. */
export type Check =
  /** `multiple`: all of two or more right options have to be chosen, else exactly one option is right. */
  | { id: string; kind: 'choice'; prompt: string; options: ChoiceOption[]; multiple: boolean }
  /** Right where `|given − answer| ≤ tolerance`; `unit` stands behind the field, `''` where there is none. */
  | {
      id: string;
      kind: 'number';
      prompt: string;
      answer: number;
      tolerance: number;
      unit: string;
      feedback: { right: string; wrong: string };
    }
  /** `answer` is a number with a unit, as one says it, for {@link file://./quantity.ts}; `tolerance` is a share of it. */
  | {
      id: string;
      kind: 'quantity';
      prompt: string;
      answer: string;
      tolerance: number;
      feedback: { right: string; wrong: string };
    }
  /** The steps in the right order; the page shows them in another. */
  | { id: string; kind: 'order'; prompt: string; steps: { text: string; feedback: string }[] }
  /** `right` is plain text, chosen from a list of all; several of the left may have the same. */
  | { id: string; kind: 'match'; prompt: string; pairs: { left: string; right: string; feedback: string }[] }
  /** Numbers, texts and answer come from a generator of {@link file://./generated.ts}. */
  | { id: string; kind: 'generated'; generator: GeneratorName };

export type WrongAnswer = { claim: string; why: string };
export type FollowUp = { question: string; answer: string };
export type Source = { title: string; url: string; note: string };

/** What one language says. All but `title` and the sources' titles and urls is markdown. */
export type QuestionText = {
  title: string;
  /** What one would say in a minute. */
  short: string;
  full: string;
  /** What a good answer mentions, in the order of weight. */
  keyPoints: string[];
  wrongAnswers: WrongAnswer[];
  followUps: FollowUp[];
  /** The same ids, kinds and right answers in every language. */
  checks: Check[];
  sources: Source[];
};

export type Question = {
  slug: string;
  topics: string[];
  difficulty: Difficulty;
  /** Slugs of problems to go on with. */
  problems: string[];
  /** `2026-01-31` */
  updated: string;
  text: Record<Locale, QuestionText>;
};
