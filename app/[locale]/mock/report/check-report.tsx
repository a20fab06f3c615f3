import { CircleDashed } from 'lucide-react';
import { mockMessages } from '#app/_messages/mock.ts';
import { type FixedCheck, fixNumbers } from '#app/_mock/fix-numbers.ts';
import { type CheckAnswer, chosenPartners, putSteps } from '#app/_mock/mark-check.ts';
import { answerOf } from '#app/_mock/read-mock.ts';
import type { ReportedItem } from '#app/_mock/report.ts';
import { Badge } from '#app/_ui/badge.tsx';
import { classes } from '#app/_ui/classes.ts';
import { Html } from '#app/_ui/html.tsx';
import { languageTags } from '#app/_ui/languages.ts';
import type { Locale } from '#judge/verdict.ts';
import type { MockItem } from '#prisma/generated/client.ts';
import { Outcome } from '../../questions/[slug]/outcome.tsx';
import {
  type ChoiceView,
  type NumberView,
  type QuantityView,
  renderAuthored,
} from '../../questions/check-view.ts';
import type { MockTexts } from '../read-own.ts';
import { Pairs, Steps } from './arranged.tsx';

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
  const asked = text?.checks.find(({ id }) => id === row?.checkId);
  if (!asked || !row) return <p className="text-ink-muted">{t.gone}</p>;
  const fixed = await fixNumbers(asked, { locale, mockId: row.mockId, place: row.place });
  return (
    <>
      <Html html={(await renderAuthored(fixed)).promptHtml} className="prose prose-small" />
      {item.mark === 'unanswered' ? (
        <p className="flex items-center gap-2 font-semibold text-ink-muted">
          <CircleDashed aria-hidden size={18} className="shrink-0" />
          {t.marks.unanswered}
        </p>
      ) : (
        <Outcome right={item.mark === 'right'}>{t.marks[item.mark]}</Outcome>
      )}
      <Answered
        locale={locale}
        fixed={fixed}
        answer={answerOf(row)}
        // Numbers drawn for this one stand in how they are worked out, rounded as one would say them.
        tells={asked.kind !== 'generated'}
        right={item.mark === 'right'}
      />
    </>
  );
}

type AnsweredProps = {
  locale: Locale;
  fixed: FixedCheck;
  answer: CheckAnswer | null;
  /** Whether the right number itself is said. */
  tells: boolean;
  right: boolean;
};

async function Answered({ locale, fixed, answer, tells, right }: AnsweredProps) {
  const check = await renderAuthored(fixed);
  const chosen = answer && 'chosen' in answer ? answer.chosen : [];
  const given = answer && 'text' in answer ? answer.text : '';
  if (check.kind === 'choice') return <Options locale={locale} check={check} chosen={chosen} />;
  if (check.kind === 'order' && fixed.kind === 'order') {
    const put = chosen.length === 0 ? undefined : putSteps(fixed, chosen);
    return <Steps locale={locale} check={check} put={put} />;
  }
  if (check.kind === 'match' && fixed.kind === 'match')
    return <Pairs locale={locale} check={check} chosen={chosenPartners(fixed, chosen)} />;
  if (check.kind === 'number' || check.kind === 'quantity')
    return <TypedAnswer locale={locale} check={check} tells={tells} given={given} right={right} />;
  return null;
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

type TypedProps = {
  locale: Locale;
  check: NumberView | QuantityView;
  /** Whether the answer itself is said. */
  tells: boolean;
  given: string;
  right: boolean;
};

function TypedAnswer({ locale, check, tells, given, right }: TypedProps) {
  const t = mockMessages[locale];
  const { rightHtml, wrongHtml } = check;
  const unit = check.kind === 'number' ? check.unit : '';
  const shown =
    check.kind === 'number'
      ? `${check.answer.toLocaleString(languageTags[locale], { maximumFractionDigits: 10 })} ${unit}`
      : check.answer;
  return (
    <div className="flex flex-col gap-1">
      {given.trim() === '' ? null : <p>{t.yourAnswer(`${given} ${unit}`.trim())}</p>}
      {tells ? <p className="font-semibold">{t.theAnswer(shown.trim())}</p> : null}
      <Html html={right || given.trim() === '' ? rightHtml : wrongHtml} className="prose prose-small" />
    </div>
  );
}
