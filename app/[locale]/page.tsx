import type { Metadata } from 'next';
import { Island } from '../_islands/island.tsx';
import { homeMessages } from '../_messages/home.ts';
import { mockMessages } from '../_messages/mock.ts';
import { shellMessages } from '../_messages/shell.ts';
import { describePage } from '../_seo/describe-page.ts';
import { SocialCard } from '../_seo/social-card.tsx';
import { ButtonLink } from '../_ui/button.tsx';
import { type LocaleProps, requireLocale } from '../_ui/locale.ts';
import { PageBody } from '../_ui/page-body.tsx';
import { HomeList } from './home-list.tsx';
import { getProblemNames } from './problem-names.ts';
import { getQuestions } from './questions/questions.ts';
import { VerdictExample } from './verdict-example.tsx';
import { WhereYouLeftOff } from './where-you-left-off.client.tsx';

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  const locale = await requireLocale(params);
  const { name, tagline } = shellMessages[locale];
  return describePage({ locale, path: '', title: name, description: tagline });
}

export default async function HomePage({ params }: LocaleProps) {
  const locale = await requireLocale(params);
  const t = homeMessages[locale];
  const questions = (await getQuestions()).map(({ slug, text, difficulty, problems }) => ({
    slug,
    title: text[locale].title,
    difficulty,
    checkIds: text[locale].checks.map(({ id }) => id),
    problems,
  }));
  const problems = (await getProblemNames()).map(({ slug, name, difficulty }) => ({
    slug,
    title: name[locale],
    difficulty,
  }));
  const [first] = questions;
  const firstToRead = first ? `questions/${first.slug}` : 'questions';
  return (
    <PageBody>
      <SocialCard path={`/${locale}/card.png`} alt={t.sentence} />
      <Island name="WhereYouLeftOff" is={WhereYouLeftOff} props={{ locale, questions, problems }} />
      <div className="grid items-center gap-10 lg:grid-cols-[minmax(0,1fr)_27rem] lg:gap-16 lg:py-8">
        <div className="flex flex-col gap-5">
          <h1 className="text-2xl sm:text-3xl">{t.sentence}</h1>
          <p className="max-w-[34em] text-ink-muted text-lg">{t.lead}</p>
          <div className="flex flex-wrap gap-3 pt-1">
            <ButtonLink look="primary" href={`/${locale}/${firstToRead}`}>
              {t.start}
            </ButtonLink>
            <ButtonLink href={`/${locale}/problems`}>{t.solve}</ButtonLink>
            <ButtonLink href={`/${locale}/mock`} prefetch={false}>
              {mockMessages[locale].title}
            </ButtonLink>
          </div>
        </div>
        <VerdictExample locale={locale} />
      </div>
      <div className="mt-16 grid gap-10 md:grid-cols-2 lg:gap-16">
        <HomeList
          locale={locale}
          title={t.questions}
          all={t.allQuestions}
          folder="questions"
          items={questions.slice(0, 5)}
        />
        <HomeList
          locale={locale}
          title={t.problems}
          all={t.allProblems}
          folder="problems"
          items={problems.slice(0, 5)}
        />
      </div>
    </PageBody>
  );
}
