import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { practiceMessages } from '#app/_messages/practice.ts';
import { loadPractice } from '#app/_practice/load.ts';
import { keyOf } from '#app/_practice/plan.ts';
import { isLeech } from '#app/_practice/replay.ts';
import { getTaught } from '#app/_practice/taught.ts';
import { currentUser } from '#app/_session/current-user.ts';
import { site } from '#app/_session/site.ts';
import { doorTo } from '#app/_session/way-back.ts';
import { type LocaleProps, requireLocale } from '#app/_ui/locale.ts';
import { PageBody, PageTitle } from '#app/_ui/page-body.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { asideUntil } from '#app/api/v1/practice/shape.ts';
import { MockLink } from '../mock/mock-link.tsx';
import { Ahead } from './ahead.tsx';
import { KeepQueue } from './keep-queue.client.tsx';
import { Leeches } from './leeches.tsx';
import { QueueList } from './queue-list.tsx';
import { SendKept } from './send-kept.client.tsx';
import { sessionCards } from './session-cards.ts';
import { SetAside } from './set-aside.client.tsx';
import { SettingsForm } from './settings-form.client.tsx';
import { readTitles } from './titles.ts';
import { Today } from './today.tsx';

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  const t = practiceMessages[await requireLocale(params)];
  return { title: t.title, description: t.lead };
}

export default async function Page({ params }: LocaleProps) {
  const locale = await requireLocale(params);
  const t = practiceMessages[locale];
  const user = await currentUser(await headers());
  const questions = (await getTaught()).map(({ slug }) => slug);
  const { db } = site();
  const now = new Date();
  const practice = await loadPractice(db, { userId: user?.id, questions, now });
  const { cards, settings, chosen, plan } = practice;
  const titles = await readTitles(db, { locale, cards });
  const named = <Card extends (typeof cards)[number]>(card: Card) => {
    const title = titles.get(keyOf(card));
    return title === undefined ? [] : [{ ...card, title }];
  };
  const aside = cards.flatMap(named).flatMap(({ kind, slug, title, ...card }) => {
    const until = asideUntil({ kind, slug, ...card }, { today: plan.today, timeZone: settings.timeZone });
    return until === undefined ? [] : [{ kind, slug, title, until }];
  });
  const owner = user === undefined || user.isAnonymous ? '' : user.id;
  return (
    <PageBody width="text">
      <PageTitle title={t.title}>{t.lead}</PageTitle>
      <div className="flex flex-col gap-10">
        <SendKept locale={locale} />
        <KeepQueue
          locale={locale}
          owner={owner}
          cards={sessionCards(plan.queue, { settings, titles, now })}
        />
        <Today locale={locale} plan={plan} />
        <MockLink locale={locale} />
        <QueueList locale={locale} cards={plan.queue.flatMap(named)} />
        <Ahead locale={locale} today={plan.today} counts={plan.ahead} />
        <Leeches locale={locale} cards={cards.filter(isLeech).flatMap(named)} />
        <SetAside locale={locale} cards={aside} owner={owner} />
        <SettingsForm locale={locale} settings={settings} chosen={chosen} />
        {user && !user.isAnonymous ? null : (
          <p className="text-ink-muted text-sm">
            {t.anonymous} <TextLink href={doorTo('sign-up', locale, '/practice')}>{t.anonymousAct}</TextLink>
          </p>
        )}
      </div>
    </PageBody>
  );
}
