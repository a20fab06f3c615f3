import type { Metadata } from 'next';
import Link from 'next/link';
import { wayMessages } from '#app/_messages/ways.ts';
import { Badge } from '#app/_ui/badge.tsx';
import { type LocaleProps, requireLocale } from '#app/_ui/locale.ts';
import { PageBody, PageTitle } from '#app/_ui/page-body.tsx';
import { tasksOf } from './plan.ts';
import { TrackProgress } from './track-progress.client.tsx';
import { getTracks } from './tracks.ts';

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  const t = wayMessages[await requireLocale(params)];
  return { title: t.tracks, description: t.tracksLead };
}

export default async function TracksPage({ params }: LocaleProps) {
  const locale = await requireLocale(params);
  const t = wayMessages[locale];
  const tracks = await getTracks();
  return (
    <PageBody>
      <PageTitle title={t.tracks}>{t.tracksLead}</PageTitle>
      <ul className="grid gap-4 lg:grid-cols-3">
        {tracks.map((track) => {
          const tasks = tasksOf(track);
          const problems = tasks.filter(({ kind }) => kind === 'problem').length;
          return (
            <li
              key={track.slug}
              className="relative flex flex-col gap-3 rounded border border-line bg-surface p-4 hover:border-accent sm:p-6"
            >
              <h2 className="text-xl">
                <Link href={`/${locale}/tracks/${track.slug}`} className="after:absolute after:inset-0">
                  {track.name[locale]}
                </Link>
              </h2>
              <p>{track.lead[locale]}</p>
              <p className="mt-auto flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-muted text-sm">
                <Badge>{t.days(track.days)}</Badge>
                {t.steps(tasks.length - problems, problems)}
              </p>
              <TrackProgress locale={locale} tasks={tasks} />
            </li>
          );
        })}
      </ul>
    </PageBody>
  );
}
