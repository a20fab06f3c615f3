import { checkMessages } from '#app/_messages/checks.ts';
import { mockMessages } from '#app/_messages/mock.ts';
import { classes } from '#app/_ui/classes.ts';
import { Html } from '#app/_ui/html.tsx';
import type { Locale } from '#judge/verdict.ts';
import type { MatchView, OrderView } from '../../questions/check-view.ts';

type StepsProps = {
  locale: Locale;
  check: OrderView;
  /** By their right places; undefined where nothing was answered. */
  put: readonly (number | undefined)[] | undefined;
};

/** The steps in their order, each with where it was put and why it belongs where it does. */
export function Steps({ locale, check, put }: StepsProps) {
  return (
    <ol className="flex flex-col gap-3">
      {check.steps.map(({ html, feedbackHtml }, place) => {
        const putAt = put?.indexOf(place);
        return (
          <li key={html} className={look(putAt === undefined ? undefined : putAt === place)}>
            <p className="flex gap-2 font-semibold">
              <span className="tabular-nums">{place + 1}.</span>
              <Html inline html={html} className="prose prose-small" />
            </p>
            {putAt === undefined ? null : (
              <Told
                right={putAt === place}
                text={
                  putAt === place ? checkMessages[locale].rightPlace : mockMessages[locale].putAt(putAt + 1)
                }
              />
            )}
            <Html html={feedbackHtml} className="prose prose-small" />
          </li>
        );
      })}
    </ol>
  );
}

type PairsProps = { locale: Locale; check: MatchView; chosen: readonly (string | undefined)[] };

/** The pairs as they belong together, each with what was chosen instead. */
export function Pairs({ locale, check, chosen }: PairsProps) {
  const t = mockMessages[locale];
  const answered = chosen.some((partner) => partner !== undefined);
  return (
    <ul className="flex flex-col gap-3">
      {check.pairs.map(({ leftHtml, right, feedbackHtml }, index) => {
        const fits = chosen[index] === right;
        return (
          <li key={leftHtml} className={look(answered ? fits : undefined)}>
            <p className="font-semibold">
              <Html inline html={leftHtml} className="prose prose-small" /> → {right}
            </p>
            {answered ? (
              <Told
                right={fits}
                text={
                  fits
                    ? checkMessages[locale].rightPair
                    : chosen[index] === undefined
                      ? t.marks.unanswered
                      : t.yourAnswer(chosen[index])
                }
              />
            ) : null}
            <Html html={feedbackHtml} className="prose prose-small" />
          </li>
        );
      })}
    </ul>
  );
}

function Told({ right, text }: { right: boolean; text: string }) {
  return (
    <p className={classes('text-sm', right ? 'text-pass' : 'text-fail')}>
      {right ? '✓' : '✗'} {text}
    </p>
  );
}

function look(right: boolean | undefined): string {
  const edge = right === undefined ? 'border-line' : right ? 'border-pass' : 'border-fail';
  return classes('border-l-3 pl-3', edge);
}
