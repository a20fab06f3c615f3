import type { Metadata } from 'next';
import { questionMessages } from '../../_messages/questions.ts';
import { topicName } from '../../_messages/topics.ts';
import { type LocaleProps, requireLocale } from '../../_ui/locale.ts';
import { PageBody, PageTitle } from '../../_ui/page-body.tsx';
import { WayLinks } from '../way-links.tsx';
import { QuestionList } from './question-list.client.tsx';
import { getQuestions } from './questions.ts';

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  const t = questionMessages[await requireLocale(params)];
  return { title: t.title, description: t.lead };
}

export default async function QuestionsPage({ params }: LocaleProps) {
  const locale = await requireLocale(params);
  const t = questionMessages[locale];
  const items = (await getQuestions()).map(({ slug, topics, difficulty, text }) => {
    const named = topics.map((topic) => ({ id: topic, name: topicName(locale, topic) }));
    return {
      slug,
      difficulty,
      title: text[locale].title,
      words: [text.en.title, text.zh.title, ...named.map(({ name }) => name)].join(' '),
      topics: named,
      checkIds: text[locale].checks.map(({ id }) => id),
    };
  });
  return (
    <PageBody>
      <PageTitle title={t.title}>{t.lead}</PageTitle>
      <WayLinks locale={locale} />
      <QuestionList locale={locale} items={items} />
    </PageBody>
  );
}
