import { Sprout } from 'lucide-react';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { loadProgress, type Progress } from '#app/_keep/load-progress.ts';
import { progressMessages } from '#app/_messages/progress.ts';
import { currentUser } from '#app/_session/current-user.ts';
import { site } from '#app/_session/site.ts';
import { doorTo } from '#app/_session/way-back.ts';
import { ButtonLink } from '#app/_ui/button.tsx';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { type LocaleProps, requireLocale } from '#app/_ui/locale.ts';
import { PageBody, PageTitle } from '#app/_ui/page-body.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import type { Locale } from '#judge/verdict.ts';
import { Activity } from './activity.tsx';
import { Figures } from './figures.tsx';
import { KeptLists } from './kept-lists.tsx';
import { TakeAlong } from './take-along.tsx';
import { Topics } from './topics.tsx';

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  const t = progressMessages[await requireLocale(params)];
  return { title: t.title, description: t.lead };
}

export default async function Page({ params }: LocaleProps) {
  const locale = await requireLocale(params);
  const t = progressMessages[locale];
  const user = await currentUser(await headers());
  const progress = user && (await loadProgress(site().db, user.id, new Date()));
  return (
    <PageBody>
      <PageTitle title={t.title}>{t.lead}</PageTitle>
      <div className="flex flex-col gap-10">
        {progress && !isEmpty(progress) ? (
          <All locale={locale} progress={progress} />
        ) : (
          <Nothing locale={locale} />
        )}
        <TakeAlong
          locale={locale}
          signedIn={user !== undefined}
          bookmarks={progress?.bookmarks.some(({ kind }) => kind === 'question') ?? false}
        />
        {user && !user.isAnonymous ? null : (
          <p className="text-ink-muted text-sm">
            {t.anonymous} <TextLink href={doorTo('sign-up', locale, '/progress')}>{t.anonymousAct}</TextLink>
          </p>
        )}
      </div>
    </PageBody>
  );
}

function All({ locale, progress }: { locale: Locale; progress: Progress }) {
  return (
    <>
      <Figures locale={locale} progress={progress} />
      <Activity locale={locale} weeks={progress.weeks} rhythm={progress.rhythm} />
      <Topics locale={locale} topics={progress.topics} />
      <KeptLists locale={locale} progress={progress} />
    </>
  );
}

function Nothing({ locale }: { locale: Locale }) {
  const t = progressMessages[locale];
  return (
    <EmptyState
      icon={Sprout}
      title={<h2>{t.nothing}</h2>}
      action={
        <div className="flex flex-wrap justify-center gap-3">
          <ButtonLink look="primary" href={`/${locale}/practice`}>
            {t.begin}
          </ButtonLink>
          <ButtonLink href={`/${locale}/questions`}>{t.browse}</ButtonLink>
        </div>
      }
    >
      <p>{t.nothingText}</p>
    </EmptyState>
  );
}

function isEmpty({ cards, weeks, bookmarks, notes, asked }: Progress): boolean {
  const done = weeks.flat().some(({ count }) => count > 0);
  return cards.seen === 0 && !done && bookmarks.length + notes.length + asked.length === 0;
}
