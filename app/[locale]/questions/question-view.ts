/** A question with its markdown rendered, as its page shows it. */
import { renderMarkdown } from '#content/markdown.ts';
import type { QuestionText } from '#content/question.ts';
import { type CheckView, renderCheck } from './check-view.ts';
import { renderLine } from './render-line.ts';

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
