import type { Metadata } from 'next';
import { wayMessages } from '#app/_messages/ways.ts';
import { type LocaleProps, requireLocale } from '#app/_ui/locale.ts';
import { PageBody, PageTitle } from '#app/_ui/page-body.tsx';
import { layersOf } from './lay-out.ts';
import { getTaughtOf } from './taught-of.ts';
import { TopicCard } from './topic-card.tsx';
import { TopicMap } from './topic-map.tsx';
import { getTopics } from './topics.ts';

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  const t = wayMessages[await requireLocale(params)];
  return { title: t.mapLink, description: t.topicsLeadPhone };
}

export default async function TopicsPage({ params }: LocaleProps) {
  const locale = await requireLocale(params);
  const t = wayMessages[locale];
  const [topics, taughtOf] = await Promise.all([getTopics(), getTaughtOf()]);
  const countsOf = (slug: string) => {
    const { questions, problems } = taughtOf(slug);
    return { questions: questions.length, problems: problems.length };
  };
  return (
    <PageBody>
      <PageTitle title={t.topics}>
        <p className="hidden lg:block">{t.topicsLead}</p>
        <p className="lg:hidden">{t.topicsLeadPhone}</p>
      </PageTitle>
      <TopicMap locale={locale} topics={topics} countsOf={countsOf} />
      <div className="flex flex-col gap-10 lg:mt-12">
        {layersOf(topics).map((layer, index) => (
          <section key={layer[0]?.slug} aria-labelledby={`layer-${index}`}>
            <h2 id={`layer-${index}`} className="mb-3 text-xl">
              {t.layer(index + 1)}
            </h2>
            <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
              {layer.map((topic) => (
                <TopicCard key={topic.slug} locale={locale} topic={topic} {...countsOf(topic.slug)} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </PageBody>
  );
}
