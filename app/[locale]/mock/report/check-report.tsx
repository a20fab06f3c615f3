import { CircleDashed } from 'lucide-react';
import { mockMessages } from '#app/_messages/mock.ts';
import { answerOf } from '#app/_mock/read-mock.ts';
import type { ReportedItem } from '#app/_mock/report.ts';
import { Badge } from '#app/_ui/badge.tsx';
import { classes } from '#app/_ui/classes.ts';
import { Html } from '#app/_ui/html.tsx';
import { languageTags } from '#app/_ui/languages.ts';
import type { Locale } from '#judge/verdict.ts';
import type { MockItem } from '#prisma/generated/client.ts';
import { Outcome } from '../../questions/[slug]/outcome.tsx';
import type { ChoiceView, NumberView } from '../../questions/check-view.ts';
import { renderCheckOf } from '../item-view.ts';
import type { MockTexts } from '../read-own.ts';

type Props = {
  locale: Locale;
  item: Extract<ReportedItem, { kind: 'check' }>;
  row: MockItem | undefined;
  texts: MockTexts;
};

/** A check with what was answered, whether that was right, and why. */
export async function CheckReport({ locale, item, row, texts }: Props) {
  const t = mockMessages[locale];
  const text = texts.questions.get(item.slug)?.text[locale];
  const check = text && row && (await renderCheckOf(text, row.checkId));
  if (!check || !row || (check.kind !== 'choice' && check.kind !== 'number'))
    return <p className="text-ink-muted">{t.gone}</p>;
  const answer = answerOf(row);
  return (
    <>
      <Html html={check.promptHtml} className="prose prose-small" />
      {item.mark === 'unanswered' ? (
        <p className="flex items-center gap-2 font-semibold text-ink-muted">
          <CircleDashed aria-hidden size={18} className="shrink-0" />
          {t.marks.unanswered}
        </p>
      ) : (
        <Outcome right={item.mark === 'right'}>{t.marks[item.mark]}</Outcome>
      )}
      {check.kind === 'choice' ? (
        <Options locale={locale} check={check} chosen={answer && 'chosen' in answer ? answer.chosen : []} />
      ) : null}
      {check.kind === 'number' ? (
        <NumberAnswer
          locale={locale}
          check={check}
          given={answer && 'text' in answer ? answer.text : ''}
          right={item.mark === 'right'}
        />
      ) : null}
    </>
  );
}

/** Every option teaches; those that matter to this answer do it here. */
function Options({
  locale,
  check,
  chosen,
}: {
  locale: Locale;
  check: ChoiceView;
  chosen: readonly number[];
}) {
  const t = mockMessages[locale];
  return (
    <ul className="flex flex-col gap-3">
      {check.options.map((option, index) =>
        option.correct || chosen.includes(index) ? (
          <li
            key={option.html}
            className={classes('border-l-3 pl-3', option.correct ? 'border-pass' : 'border-fail')}
          >
            <span className="mb-1 flex flex-wrap gap-1.5">
              {option.correct ? <Badge>{t.rightOption}</Badge> : null}
              {chosen.includes(index) ? <Badge>{t.chosen}</Badge> : null}
            </span>
            <Html html={option.html} className="prose prose-small font-semibold" />
            <Html html={option.feedbackHtml} className="prose prose-small" />
          </li>
        ) : null,
      )}
    </ul>
  );
}

type NumberProps = { locale: Locale; check: NumberView; given: string; right: boolean };

function NumberAnswer({ locale, check, given, right }: NumberProps) {
  const t = mockMessages[locale];
  const { answer, unit, rightHtml, wrongHtml } = check;
  const shown = answer.toLocaleString(languageTags[locale], { maximumFractionDigits: 10 });
  return (
    <div className="flex flex-col gap-1">
      {given.trim() === '' ? null : <p>{t.yourAnswer(`${given} ${unit}`.trim())}</p>}
      <p className="font-semibold">{t.theAnswer(`${shown} ${unit}`.trim())}</p>
      <Html html={right || given.trim() === '' ? rightHtml : wrongHtml} className="prose prose-small" />
    </div>
  );
}
