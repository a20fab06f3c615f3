import { CircleCheck, CircleDashed, CircleX } from 'lucide-react';
import type { ReactNode } from 'react';
import { mockMessages } from '#app/_messages/mock.ts';
import { practiceMessages } from '#app/_messages/practice.ts';
import type { ReportedItem } from '#app/_mock/report.ts';
import { Badge } from '#app/_ui/badge.tsx';
import { classes } from '#app/_ui/classes.ts';
import { Html } from '#app/_ui/html.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { renderMarkdown } from '#content/markdown.ts';
import type { Locale } from '#judge/verdict.ts';
import type { MockItem } from '#prisma/generated/client.ts';
import { formatClock } from '../format-duration.ts';
import type { MockTexts } from '../read-own.ts';
import { AttemptBadge } from './attempt-badge.tsx';
import { CheckReport } from './check-report.tsx';

type Props = {
  locale: Locale;
  item: ReportedItem;
  row: MockItem | undefined;
  texts: MockTexts;
  own: boolean;
};

/** One item: what was asked, what was done about it, and in which time. */
export function ItemReport({ locale, item, row, texts, own }: Props) {
  const t = mockMessages[locale];
  const { kind, slug, spentMs, budgetMs } = item;
  const folder = kind === 'problem' ? 'problems' : 'questions';
  const title =
    (kind === 'problem' ? texts.problem?.name[locale] : texts.questions.get(slug)?.text[locale].title) ??
    slug;
  const notes = own ? (row?.notes ?? '') : '';
  return (
    <article className="rounded border border-line bg-surface">
      <header className="flex flex-col gap-1 border-line border-b px-4 py-3">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Badge>{t.kinds[kind]}</Badge>
          <span
            className={classes('text-sm tabular-nums', spentMs > budgetMs ? 'text-warn' : 'text-ink-muted')}
          >
            {t.used(formatClock(spentMs), formatClock(budgetMs))}
          </span>
        </div>
        <h3 className="font-semibold">
          <TextLink href={`/${locale}/${folder}/${slug}`} prefetch={false}>
            {title}
          </TextLink>
        </h3>
      </header>
      <div className="flex flex-col gap-3 p-4">
        {item.kind === 'question' ? <Question locale={locale} item={item} texts={texts} /> : null}
        {item.kind === 'check' ? <CheckReport locale={locale} item={item} row={row} texts={texts} /> : null}
        {item.kind === 'problem' ? (
          <p className="flex flex-wrap items-center gap-3">
            <AttemptBadge locale={locale} attempt={item.attempt} />
          </p>
        ) : null}
        {notes === '' ? null : (
          <div>
            <p className="text-ink-muted text-sm">{t.yourNotes}</p>
            <p className="whitespace-pre-wrap break-words border-line border-l-3 pl-3">{notes}</p>
          </div>
        )}
      </div>
    </article>
  );
}

type QuestionProps = {
  locale: Locale;
  item: Extract<ReportedItem, { kind: 'question' }>;
  texts: MockTexts;
};

async function Question({ locale, item, texts }: QuestionProps) {
  const t = mockMessages[locale];
  if (!item.revealed) return <Line icon={CircleDashed}>{t.skippedItem}</Line>;
  const points = texts.questions.get(item.slug)?.text[locale].keyPoints ?? [];
  const html = await Promise.all(points.map((point) => renderMarkdown(point)));
  return (
    <>
      <ul className="flex flex-col gap-1.5">
        {html.map((point, index) => {
          const named = item.named.includes(index);
          const Icon = named ? CircleCheck : CircleX;
          return (
            <li key={point} className="flex gap-2.5">
              <Icon
                aria-hidden
                size={17}
                className={classes('mt-0.5 shrink-0', named ? 'text-pass' : 'text-fail')}
              />
              <div className="min-w-0">
                <span className={classes('font-semibold text-sm', named ? 'text-pass' : 'text-fail')}>
                  {named ? t.pointNamed : t.pointMissed}
                </span>
                <Html html={point} className="prose prose-small" />
              </div>
            </li>
          );
        })}
      </ul>
      {item.grade === null ? null : (
        <p className="text-ink-muted text-sm">{t.grade(practiceMessages[locale].grades[item.grade])}</p>
      )}
    </>
  );
}

function Line({ icon: Icon, children }: { icon: typeof CircleX; children: ReactNode }) {
  return (
    <p className="flex items-center gap-2 text-ink-muted">
      <Icon aria-hidden size={17} className="shrink-0" />
      {children}
    </p>
  );
}
