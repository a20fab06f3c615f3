/** A check with its markdown rendered. */
import { type GeneratedVariant, type GeneratorName, loadGenerator } from '#content/generated.ts';
import { renderMarkdown } from '#content/markdown.ts';
import type { Check } from '#content/question.ts';
import { renderLine } from './render-line.ts';
import { shownPartners, shownSteps } from './shown-places.ts';

export type OptionView = { html: string; correct: boolean; feedbackHtml: string };
type Asked = { id: string; promptHtml: string };
type Told = { rightHtml: string; wrongHtml: string };

export type ChoiceView = Asked & { kind: 'choice'; multiple: boolean; options: OptionView[] };
export type NumberView = Asked & Told & { kind: 'number'; answer: number; tolerance: number; unit: string };
export type QuantityView = Asked & Told & { kind: 'quantity'; answer: string; tolerance: number };
export type StepView = { html: string; feedbackHtml: string };
/** `steps` in the right order, `shown` the places at which they stand first. */
export type OrderView = Asked & { kind: 'order'; steps: StepView[]; shown: number[] };
export type PairView = { leftHtml: string; right: string; feedbackHtml: string };
/** `partners` are all that can be chosen, each once. */
export type MatchView = Asked & { kind: 'match'; pairs: PairView[]; partners: string[] };
/** `fixed` is for who has no script. */
export type GeneratedView = {
  id: string;
  kind: 'generated';
  generator: GeneratorName;
  fixed: Pick<GeneratedVariant, 'en' | 'zh'>;
};
export type CheckView = ChoiceView | NumberView | QuantityView | OrderView | MatchView | GeneratedView;

const fixedSeed = 1;

export async function renderCheck(check: Check): Promise<CheckView> {
  if (check.kind === 'generated') {
    const { id, kind, generator } = check;
    const { en, zh } = (await loadGenerator(generator))(fixedSeed);
    return { id, kind, generator, fixed: { en, zh } };
  }
  return renderAuthored(check);
}

export async function renderAuthored(
  check: Exclude<Check, { kind: 'generated' }>,
): Promise<Exclude<CheckView, GeneratedView>> {
  const promptHtml = await renderMarkdown(check.prompt);
  switch (check.kind) {
    case 'number': {
      const { id, kind, answer, tolerance, unit, feedback } = check;
      return { id, kind, promptHtml, answer, tolerance, unit, ...(await renderTold(feedback)) };
    }
    case 'quantity': {
      const { id, kind, answer, tolerance, feedback } = check;
      return { id, kind, promptHtml, answer, tolerance, ...(await renderTold(feedback)) };
    }
    case 'choice': {
      const { id, kind, multiple } = check;
      const options = await Promise.all(
        check.options.map(async ({ text, correct, feedback }) => ({
          html: await renderLine(text),
          correct,
          feedbackHtml: await renderLine(feedback),
        })),
      );
      return { id, kind, promptHtml, multiple, options };
    }
    case 'order': {
      const { id, kind } = check;
      const steps = await Promise.all(
        check.steps.map(async ({ text, feedback }) => ({
          html: await renderLine(text),
          feedbackHtml: await renderLine(feedback),
        })),
      );
      return { id, kind, promptHtml, steps, shown: shownSteps(check) };
    }
    case 'match': {
      const { id, kind } = check;
      const pairs = await Promise.all(
        check.pairs.map(async ({ left, right, feedback }) => ({
          leftHtml: await renderLine(left),
          right,
          feedbackHtml: await renderLine(feedback),
        })),
      );
      return { id, kind, promptHtml, pairs, partners: shownPartners(check) };
    }
  }
}

async function renderTold(feedback: { right: string; wrong: string }): Promise<Told> {
  const [rightHtml, wrongHtml] = await Promise.all([
    renderMarkdown(feedback.right),
    renderMarkdown(feedback.wrong),
  ]);
  return { rightHtml, wrongHtml };
}
