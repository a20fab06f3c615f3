import type { Metadata } from 'next';
import { Island } from '../../_islands/island.tsx';
import { questionMessages } from '../../_messages/questions.ts';
import { topicName } from '../../_messages/topics.ts';
import { describePage } from '../../_seo/describe-page.ts';
import { SocialCard } from '../../_seo/social-card.tsx';
import { languageTags } from '../../_ui/languages.ts';
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
  // Sorted here: what a browser needs to compare Chinese names takes it longer than all of the list.
  const byName = new Intl.Collator(languageTags[locale]).compare;
  const topics = [
    ...new Map(items.flatMap(({ topics }) => topics).map((topic) => [topic.id, topic])).values(),
  ];
  topics.sort((a, b) => byName(a.name, b.name));
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
