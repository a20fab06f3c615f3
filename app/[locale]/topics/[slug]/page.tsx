import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { topicName } from '#app/_messages/topics.ts';
import { wayMessages } from '#app/_messages/ways.ts';
import { BackLink } from '#app/_ui/back-link.tsx';
import { DifficultyBadge } from '#app/_ui/badge.tsx';
import { requireLocale } from '#app/_ui/locale.ts';
import { PageBody, PageTitle } from '#app/_ui/page-body.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import type { Difficulty } from '#content/difficulty.ts';
import type { Locale } from '#judge/verdict.ts';
import { getTaughtOf } from '../taught-of.ts';
import { TopicLinks } from '../topic-links.tsx';
import { getTopics } from '../topics.ts';

type Props = { params: Promise<{ locale: string; slug: string }> };

// The list of topics is complete: any other address is a missing page.
export const dynamicParams = false;

export async function generateStaticParams(): Promise<{ slug: string }[]> {
  return (await getTopics()).map(({ slug }) => ({ slug }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [locale, { slug }, topics] = await Promise.all([requireLocale(params), params, getTopics()]);
  const topic = topics.find((one) => one.slug === slug);
  return topic ? { title: topicName(locale, slug), description: topic.about[locale] } : {};
}

export default async function TopicPage({ params }: Props) {
  const [locale, { slug }] = await Promise.all([requireLocale(params), params]);
  const [topics, taughtOf] = await Promise.all([getTopics(), getTaughtOf()]);
  const topic = topics.find((one) => one.slug === slug) ?? notFound();
  const t = wayMessages[locale];
  const { questions, problems } = taughtOf(slug);
  const next = topics.filter(({ after }) => after.includes(slug)).map((one) => one.slug);
  return (
    <PageBody width="text">
      <p className="mb-4">
        <BackLink href={`/${locale}/topics`}>{t.allTopics}</BackLink>
      </p>
      <PageTitle title={topicName(locale, slug)}>{topic.about[locale]}</PageTitle>
      <dl className="mb-10 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2 rounded border border-line bg-surface p-4">
        <dt className="text-ink-muted">{t.before}</dt>
        <dd>
          {topic.after.length === 0 ? t.beforeNothing : <TopicLinks locale={locale} slugs={topic.after} />}
        </dd>
        {next.length === 0 ? null : (
          <>
            <dt className="text-ink-muted">{t.next}</dt>
            <dd>
              <TopicLinks locale={locale} slugs={next} />
            </dd>
          </>
        )}
      </dl>
      <Things
        locale={locale}
        title={t.questions}
        folder="questions"
        topic={slug}
        all={t.filteredQuestions}
        things={questions.map(({ slug, difficulty, text }) => ({
          slug,
          difficulty,
          title: text[locale].title,
        }))}
      />
      <Things
        locale={locale}
        title={t.problems}
        folder="problems"
        topic={slug}
        all={t.filteredProblems}
        things={problems.map(({ slug, difficulty, name }) => ({ slug, difficulty, title: name[locale] }))}
      />
    </PageBody>
  );
}

type ThingsProps = {
  locale: Locale;
  title: string;
  folder: 'questions' | 'problems';
  topic: string;
  all: string;
  things: { slug: string; title: string; difficulty: Difficulty }[];
};

function Things({ locale, title, folder, topic, all, things }: ThingsProps) {
  if (things.length === 0) return null;
  return (
    <section aria-labelledby={folder} className="mb-10 flex flex-col gap-3">
      <h2 id={folder} className="text-xl">
        {title}
      </h2>
      <ul className="flex flex-col divide-y divide-line overflow-hidden rounded border border-line bg-surface">
        {things.map(({ slug, title, difficulty }) => (
          <li key={slug} className="relative flex flex-col gap-1 px-4 py-3 hover:bg-accent-soft">
            <Link
              href={`/${locale}/${folder}/${slug}`}
              className="font-semibold after:absolute after:inset-0"
            >
              {title}
            </Link>
            <DifficultyBadge locale={locale} difficulty={difficulty} />
          </li>
        ))}
      </ul>
      <p className="text-sm">
        <TextLink href={`/${locale}/${folder}?topic=${topic}`}>{all}</TextLink>
      </p>
    </section>
  );
}
