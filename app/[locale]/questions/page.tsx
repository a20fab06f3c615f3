import type { Metadata } from 'next';
import { nameTopics } from '../../_find/name-topics.ts';
import { Island } from '../../_islands/island.tsx';
import { questionMessages } from '../../_messages/questions.ts';
import { topicName } from '../../_messages/topics.ts';
import { describePage } from '../../_seo/describe-page.ts';
import { SocialCard } from '../../_seo/social-card.tsx';
import { type LocaleProps, requireLocale } from '../../_ui/locale.ts';
import { PageBody, PageTitle } from '../../_ui/page-body.tsx';
import { WayLinks } from '../way-links.tsx';
import { KeepQuestions } from './keep-questions.client.tsx';
import { QuestionList } from './question-list.client.tsx';
import { getQuestions } from './questions.ts';

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  const locale = await requireLocale(params);
  const { title, lead } = questionMessages[locale];
  return { title, ...describePage({ locale, path: '/questions', title, description: lead }) };
}

export default async function QuestionsPage({ params }: LocaleProps) {
  const locale = await requireLocale(params);
  const t = questionMessages[locale];
  const questions = await getQuestions();
  const items = questions.map(({ slug, topics, difficulty, text }) => {
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
  const topics = nameTopics(
    locale,
    questions.flatMap(({ topics }) => topics),
  );
  return (
    <PageBody>
      <SocialCard path={`/${locale}/card.png`} alt={t.title} />
      <PageTitle title={t.title}>{t.lead}</PageTitle>
      <WayLinks locale={locale} />
      <Island name="QuestionList" is={QuestionList} props={{ locale, items, topics }} />
      <div className="mt-10">
        <Island name="KeepQuestions" is={KeepQuestions} props={{ locale }} />
      </div>
    </PageBody>
  );
}
