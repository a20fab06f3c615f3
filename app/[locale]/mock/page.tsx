import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { mockMessages } from '#app/_messages/mock.ts';
import { topicName } from '#app/_messages/topics.ts';
import { readCatalogue } from '#app/_mock/catalogue.ts';
import { currentUser } from '#app/_session/current-user.ts';
import { site } from '#app/_session/site.ts';
import { doorTo } from '#app/_session/way-back.ts';
import { type LocaleProps, requireLocale } from '#app/_ui/locale.ts';
import { PageBody, PageTitle } from '#app/_ui/page-body.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { History } from './history.tsx';
import { SetUp } from './set-up.client.tsx';

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  const t = mockMessages[await requireLocale(params)];
  return { title: t.title, description: t.lead };
}

export default async function Page({ params }: LocaleProps) {
  const locale = await requireLocale(params);
  const t = mockMessages[locale];
  const user = await currentUser(await headers());
  const now = new Date();
  const { questions, problems } = await readCatalogue(site().db, { userId: user?.id, now });
  const topics = [...new Set(questions.flatMap((question) => question.topics))];
  const named = topics
    .map((topic) => ({ topic, name: topicName(locale, topic) }))
    .sort((a, b) => a.name.localeCompare(b.name, locale));
  const outlined = ({ topics: about, difficulty }: (typeof problems)[number]) => ({
    topics: about,
    difficulty,
  });
  return (
    <PageBody width="text">
      <PageTitle title={t.title}>{t.lead}</PageTitle>
      <div className="flex flex-col gap-12">
        <History locale={locale} userId={user?.id} now={now} which="open" />
        <SetUp
          locale={locale}
          topics={named}
          questions={questions.map(outlined)}
          problems={problems.map(outlined)}
        />
        <History locale={locale} userId={user?.id} now={now} which="over" />
        {user && !user.isAnonymous ? null : (
          <p className="text-ink-muted text-sm">
            {t.anonymous} <TextLink href={doorTo('sign-up', locale, '/mock')}>{t.anonymousAct}</TextLink>
          </p>
        )}
      </div>
    </PageBody>
  );
}
