import type { Locale } from '#judge/verdict.ts';
import { Island } from '../../../_islands/island.tsx';
import { questionMessages } from '../../../_messages/questions.ts';
import { Html } from '../../../_ui/html.tsx';
import { languageTags } from '../../../_ui/languages.ts';
import type { CheckView, NumberView } from '../check-view.ts';
import { Check } from './check.client.tsx';
import { Section } from './section.tsx';

type Props = { locale: Locale; slug: string; checks: readonly CheckView[] };

/** The checks of a question, each of which comes to life by itself. */
export function Checks({ locale, slug, checks }: Props) {
  return (
    <Section id="checks" title={questionMessages[locale].checks}>
      <ol className="flex flex-col gap-4">
        {checks.map((check) => (
          <li
            key={check.id}
            id={`check-${check.id}`}
            className="rounded border border-line bg-surface p-4 [contain-intrinsic-size:auto_16rem] [content-visibility:auto] sm:p-5 max-sm:not-first:after-paint"
          >
            <Island name="Check" when="near" is={Check} props={{ locale, slug, check }} />
            {check.kind === 'number' ? <NumberWithoutScript locale={locale} check={check} /> : null}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function NumberWithoutScript({ locale, check }: { locale: Locale; check: NumberView }) {
  const { answer, unit, rightHtml } = check;
  const told = `${answer.toLocaleString(languageTags[locale], { maximumFractionDigits: 10 })} ${unit}`;
  return (
    <div className="awaits-script mt-3 hidden">
      <p className="font-semibold">{questionMessages[locale].theAnswer(told.trim())}</p>
      <Html html={rightHtml} className="prose prose-small" />
    </div>
  );
}
