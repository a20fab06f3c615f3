import { Repeat } from 'lucide-react';
import type { Metadata } from 'next';
import { Island } from '../../../_islands/island.tsx';
import { BookmarkToggle } from '../../../_keep/bookmark-toggle.client.tsx';
import { KeptPanel } from '../../../_keep/kept-panel.client.tsx';
import { questionMessages } from '../../../_messages/questions.ts';
import { topicName } from '../../../_messages/topics.ts';
import { describePage } from '../../../_seo/describe-page.ts';
import { plainSentence } from '../../../_seo/plain-sentence.ts';
import { questionFacts } from '../../../_seo/question-facts.ts';
import { SocialCard } from '../../../_seo/social-card.tsx';
import { StructuredData } from '../../../_seo/structured-data.tsx';
import { BackLink } from '../../../_ui/back-link.tsx';
import { BadgeLink, DifficultyBadge } from '../../../_ui/badge.tsx';
import { formatDate } from '../../../_ui/format-date.ts';
import { PageBody } from '../../../_ui/page-body.tsx';
import { TextLink } from '../../../_ui/text-link.tsx';
import { type QuestionParams, requireQuestion } from '../question-params.ts';
import { renderQuestion } from '../question-view.ts';
import { getQuestions } from '../questions.ts';
import { Answer } from './answer.tsx';
import { AnswerReveal } from './answer-reveal.client.tsx';
import { Checks } from './checks.tsx';
import { LinkedProblems } from './linked-problems.tsx';
import { Neighbours } from './neighbours.tsx';
import { Sources } from './sources.tsx';
import { ThinkPanel } from './think-panel.client.tsx';

type Props = { params: Promise<QuestionParams> };

export const dynamicParams = false;

export async function generateStaticParams(): Promise<{ slug: string }[]> {
  return (await getQuestions()).map(({ slug }) => ({ slug }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { question, locale } = await find(params);
  const { title, short } = question.text[locale];
  const description = plainSentence(short, locale === 'zh' ? 90 : 160);
  const path = `/questions/${question.slug}`;
  return { title, ...describePage({ locale, path, title, description, type: 'article' }) };
}

export default async function QuestionPage({ params }: Props) {
  const { question, locale, previous, next } = await find(params);
  const t = questionMessages[locale];
  const view = await renderQuestion(question.text[locale]);
  const { slug } = question;
  return (
    <PageBody>
      <SocialCard path={`/${locale}/questions/${slug}/card.png`} alt={view.title} />
      <StructuredData data={questionFacts(question, locale)} />
      <BackLink href={`/${locale}/questions`}>{t.back}</BackLink>
      <header className="mt-3 mb-8 flex flex-col gap-3">
        <h1 className="max-w-[24em] text-2xl sm:text-3xl">{view.title}</h1>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <DifficultyBadge locale={locale} difficulty={question.difficulty} />
          <div className="flex flex-wrap gap-1.5">
            {question.topics.map((topic) => (
              <BadgeLink key={topic} href={`/${locale}/topics/${topic}`}>
                {topicName(locale, topic)}
              </BadgeLink>
            ))}
          </div>
          <span className="text-ink-muted text-sm">{t.updated(formatDate(locale, question.updated))}</span>
          {/* Not fetched ahead: what it shows depends on who asks. */}
          <TextLink
            href={`/${locale}/practice/session?card=${slug}`}
            prefetch={false}
            className="inline-flex items-center gap-1 text-sm"
          >
            <Repeat aria-hidden size={15} />
            {t.practise}
          </TextLink>
          <Island name="BookmarkToggle" is={BookmarkToggle} props={{ locale, kind: 'question', slug }} />
        </div>
      </header>
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,38rem)_20rem] lg:justify-between">
        <aside className="needs-script lg:sticky lg:top-6 lg:col-start-2">
          <Island name="ThinkPanel" is={ThinkPanel} props={{ locale, slug }} />
        </aside>
        <div className="flex min-w-0 flex-col gap-12 lg:col-start-1 lg:row-start-1">
          <AnswerReveal locale={locale} slug={slug}>
            <Answer locale={locale} slug={slug} view={view} />
          </AnswerReveal>
          <Checks locale={locale} slug={slug} checks={view.checks} />
          <Island name="KeptPanel" is={KeptPanel} props={{ locale, kind: 'question', slug }} />
          <LinkedProblems locale={locale} slugs={question.problems} />
          <Sources locale={locale} sources={view.sources} />
          <Neighbours locale={locale} previous={previous} next={next} />
        </div>
      </div>
    </PageBody>
  );
}

async function find(params: Props['params']) {
  const { question, locale } = await requireQuestion(params);
  const questions = await getQuestions();
  const index = questions.findIndex(({ slug }) => slug === question.slug);
  return { locale, question, previous: questions[index - 1], next: questions[index + 1] };
}
