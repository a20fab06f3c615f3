import Link from 'next/link';
import { topicName } from '#app/_messages/topics.ts';
import { wayMessages } from '#app/_messages/ways.ts';
import type { Topic } from '#content/topic.ts';
import type { Locale } from '#judge/verdict.ts';
import { TopicLinks } from './topic-links.tsx';

type Props = { locale: Locale; topic: Topic; questions: number; problems: number };

export function TopicCard({ locale, topic, questions, problems }: Props) {
  const t = wayMessages[locale];
  return (
    <li className="relative flex flex-col gap-1.5 rounded border border-line bg-surface p-4 hover:border-accent">
      <h3 className="text-lg">
        <Link href={`/${locale}/topics/${topic.slug}`} className="after:absolute after:inset-0">
          {topicName(locale, topic.slug)}
        </Link>
      </h3>
      <p>{topic.about[locale]}</p>
      <p className="mt-auto pt-1 text-ink-muted text-sm">{t.counts(questions, problems)}</p>
      {topic.after.length === 0 ? null : (
        <p className="text-ink-muted text-sm">
          {t.before} <TopicLinks locale={locale} slugs={topic.after} />
        </p>
      )}
    </li>
  );
}
