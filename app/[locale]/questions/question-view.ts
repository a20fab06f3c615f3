/** A question with its markdown rendered, as its page shows it. */
import { renderMarkdown } from '#content/markdown.ts';
import type { Check, QuestionText } from '#content/question.ts';

export type OptionView = { html: string; correct: boolean; feedbackHtml: string };
export type ChoiceView = {
  id: string;
  kind: 'choice';
  promptHtml: string;
  multiple: boolean;
  options: OptionView[];
};
export type NumberView = {
  id: string;
  kind: 'number';
  promptHtml: string;
  answer: number;
  tolerance: number;
  unit: string;
  rightHtml: string;
  wrongHtml: string;
};
export type CheckView = ChoiceView | NumberView;

export type QuestionView = {
  title: string;
  shortHtml: string;
  fullHtml: string;
  keyPointsHtml: string[];
  wrongAnswers: { claimHtml: string; whyHtml: string }[];
  followUps: { questionHtml: string; answerHtml: string }[];
  checks: CheckView[];
  sources: { title: string; url: string; noteHtml: string }[];
};

/** What a practice session shows of a question once it is revealed. */
export type CardText = Pick<QuestionView, 'shortHtml' | 'keyPointsHtml' | 'fullHtml'>;

export async function renderQuestion(text: QuestionText): Promise<QuestionView> {
  const [shortHtml, fullHtml] = await Promise.all([renderMarkdown(text.short), renderMarkdown(text.full)]);
  return {
    title: text.title,
    shortHtml,
    fullHtml,
    keyPointsHtml: await Promise.all(text.keyPoints.map(renderLine)),
    wrongAnswers: await Promise.all(
      text.wrongAnswers.map(async ({ claim, why }) => ({
        claimHtml: await renderLine(claim),
        whyHtml: await renderMarkdown(why),
      })),
    ),
    followUps: await Promise.all(
      text.followUps.map(async ({ question, answer }) => ({
        questionHtml: await renderLine(question),
        answerHtml: await renderMarkdown(answer),
      })),
    ),
    checks: await Promise.all(text.checks.map(renderCheck)),
    sources: await Promise.all(
      text.sources.map(async ({ title, url, note }) => ({ title, url, noteHtml: await renderLine(note) })),
    ),
  };
}

async function renderCheck(check: Check): Promise<CheckView> {
  const { id, prompt } = check;
  const promptHtml = await renderMarkdown(prompt);
  if (check.kind === 'number') {
    const { answer, tolerance, unit, feedback } = check;
    const [rightHtml, wrongHtml] = await Promise.all([
      renderMarkdown(feedback.right),
      renderMarkdown(feedback.wrong),
    ]);
    return { id, kind: 'number', promptHtml, answer, tolerance, unit, rightHtml, wrongHtml };
  }
  const options = await Promise.all(
    check.options.map(async ({ text, correct, feedback }) => ({
      html: await renderLine(text),
      correct,
      feedbackHtml: await renderLine(feedback),
    })),
  );
  return { id, kind: 'choice', promptHtml, multiple: check.multiple, options };
}

/** For places that hold a line, no block: a lone paragraph loses its `<p>`. */
async function renderLine(markdown: string): Promise<string> {
  const html = (await renderMarkdown(markdown)).trim();
  const [, line] = /^<p>((?:(?!<p>).)*)<\/p>$/s.exec(html) ?? [];
  return line ?? html;
}
