import Link from 'next/link';
import { mockMessages } from '#app/_messages/mock.ts';
import { topicName } from '#app/_messages/topics.ts';
import { clockOf, finishedItems } from '#app/_mock/read-mock.ts';
import { reportMock } from '#app/_mock/report.ts';
import { settleMock } from '#app/_mock/write-mock.ts';
import { site } from '#app/_session/site.ts';
import { Badge } from '#app/_ui/badge.tsx';
import { Moment } from '#app/_ui/moment.tsx';
import type { Locale } from '#judge/verdict.ts';
import { listMocks, type WholeMock } from '#prisma/mock.ts';

const listed = 50;

type Props = { locale: Locale; userId: string | undefined; now: Date; which: 'open' | 'over' };

/** A user's mock interviews: those under way, or those that are over with what they came to. */
export async function History({ locale, userId, now, which }: Props) {
  const t = mockMessages[locale];
  const { db } = site();
  const rows = userId === undefined ? [] : await listMocks(db, { userId, count: listed });
  // Whoever went away from one finds it finished here.
  const mocks = await Promise.all(rows.map((mock) => settleMock(db, mock, now)));
  const shown = mocks.filter((mock) => (which === 'over') === (clockOf(mock, now).state === 'over'));
  if (which === 'open' && shown.length === 0) return null;
  const id = `history-${which}`;
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <h2 id={id} className="text-xl">
        {which === 'open' ? t.underWay : t.history}
      </h2>
      {shown.length === 0 ? (
        <p className="text-ink-muted">{t.historyEmpty}</p>
      ) : (
        <ul className="divide-y divide-line overflow-hidden rounded border border-line bg-surface">
          {shown.map((mock) => (
            <Line key={mock.id} locale={locale} mock={mock} now={now} />
          ))}
        </ul>
      )}
    </section>
  );
}

async function Line({ locale, mock, now }: { locale: Locale; mock: WholeMock; now: Date }) {
  const t = mockMessages[locale];
  const clock = clockOf(mock, now);
  const { points, checks } = reportMock(await finishedItems(mock), clock, mock.minutes);
  const over = clock.state === 'over';
  const about =
    mock.topics.length === 0 ? t.allTopics : mock.topics.map((topic) => topicName(locale, topic)).join(' · ');
  return (
    <li className="relative flex flex-wrap items-baseline gap-x-4 gap-y-1 px-4 py-3 hover:bg-accent-soft">
      <Link
        href={`/${locale}/mock/${mock.id}`}
        prefetch={false}
        className="font-semibold after:absolute after:inset-0"
      >
        <Moment locale={locale} at={mock.startedAt} /> · {t.minutes(mock.minutes)}
      </Link>
      <span className="min-w-0 grow text-ink-muted text-sm">{about}</span>
      {over ? (
        <span className="text-sm tabular-nums">
          {t.pointsShort(points.named, points.all)} · {t.checksShort(checks.right, checks.all)}
        </span>
      ) : (
        <Badge>{clock.state === 'paused' ? t.paused : t.underWay}</Badge>
      )}
    </li>
  );
}
