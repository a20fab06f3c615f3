import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { BookmarkToggle } from '#app/_keep/bookmark-toggle.client.tsx';
import { rejudgingMessages } from '#app/_messages/rejudgings.ts';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { describePage } from '#app/_seo/describe-page.ts';
import { plainSentence } from '#app/_seo/plain-sentence.ts';
import { SocialCard } from '#app/_seo/social-card.tsx';
import { currentUser, mayTeach } from '#app/_session/current-user.ts';
import { site } from '#app/_session/site.ts';
import { DifficultyBadge } from '#app/_ui/badge.tsx';
import { requireLocale } from '#app/_ui/locale.ts';
import { Prose } from '#app/_ui/prose.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { submissionLine } from '#app/api/v1/submissions/shape.ts';
import type { PublicProblem } from '#content/public-problem.ts';
import { publicProblem } from '#judge/api.ts';
import { type Locale, submissionStatuses, verdictCodes } from '#judge/verdict.ts';
import { listDrafts } from '#prisma/draft.ts';
import { findCurrent } from '#prisma/problem-version.ts';
import { listSubmissions } from '#prisma/submission.ts';
import { WorkspaceClock } from '../../mock/workspace-clock.tsx';
import { type Explained, questionsOf } from '../questions-of.ts';
import { renderAuthorText } from '../render-author-text.ts';
import type { SubmissionLine } from './submission-client.ts';
import { Workspace } from './workspace.client.tsx';

type Props = {
  params: Promise<{ locale: string; slug: string }>;
  searchParams: Promise<{ mock?: string | string[]; read?: string | string[] }>;
};

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const locale = await requireLocale(params);
  const problem = await findProblem((await params).slug);
  if (!problem) return {};
  const title = problem.name[locale];
  const description = plainSentence(problem.statement[locale], locale === 'zh' ? 90 : 160);
  return { title, ...describePage({ locale, path: `/problems/${problem.slug}`, title, description }) };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = await requireLocale(params);
  const problem = await findProblem((await params).slug);
  if (!problem) notFound();
  const [statement, editorial, explained, { teaches, ...own }] = await Promise.all([
    renderAuthorText(problem, 'statement', locale),
    renderAuthorText(problem, 'editorial', locale),
    questionsOf(problem.slug, locale),
    ownWork(problem.slug),
  ]);
  const { mock, read } = await searchParams;
  return (
    <div className="flex min-h-0 flex-col lg:h-[calc(100dvh-3.5rem)]">
      <WorkspaceClock locale={locale} slug={problem.slug} uncheckedId={mock} />
      <SocialCard path={`/${locale}/card.png`} alt={problem.name[locale]} />
      <Workspace
        locale={locale}
        problem={{ ...problem, statement: none, editorial: none }}
        statement={
          <Statement
            locale={locale}
            problem={problem}
            html={statement}
            explained={explained}
            teaches={teaches}
          />
        }
        editorial={
          <div className="p-4 sm:p-6">
            <Prose html={editorial} locale={locale} />
          </div>
        }
        reading={read === 'editorial' ? 'editorial' : 'statement'}
        {...own}
      />
    </div>
  );
}

// The rendered texts are enough for the browser.
const none = { en: '', zh: '' };

async function findProblem(slug: string): Promise<PublicProblem | undefined> {
  const version = await findCurrent(site().db, slug);
  return version && publicProblem(version);
}

async function ownWork(slug: string) {
  const user = await currentUser(await headers());
  if (!user) return { history: [], solved: false, serverDraft: null, signedIn: false, teaches: false };
  const { db } = site();
  const [rows, drafts] = await Promise.all([
    listSubmissions(db, { userId: user.id, slug, count: 50 }),
    listDrafts(db, { userId: user.id, slug }),
  ]);
  const [draft] = drafts;
  return {
    history: rows.map(toLine),
    solved: rows.some(({ verdict }) => verdict === 'AC'),
    serverDraft: draft ? { source: draft.source, savedAt: draft.savedAt.toISOString() } : null,
    signedIn: true,
    teaches: mayTeach(user),
  };
}

// What the database calls a verdict is checked against those there are.
function toLine(row: Parameters<typeof submissionLine>[0]): SubmissionLine {
  const { status, verdict, ...rest } = submissionLine(row);
  return {
    ...rest,
    status: submissionStatuses.find((known) => known === status) ?? 'queued',
    verdict: verdictCodes.find((known) => known === verdict) ?? null,
  };
}

type StatementProps = {
  locale: Locale;
  problem: PublicProblem;
  html: string;
  explained: readonly Explained[];
  teaches: boolean;
};

function Statement({ locale, problem, html, explained, teaches }: StatementProps) {
  const { timeMs, memoryMiB } = problem.limits;
  return (
    <article className="p-4 sm:p-6">
      <h1 className="mb-2 text-2xl">{problem.name[locale]}</h1>
      <p className="mb-6 flex flex-wrap items-center gap-3 text-ink-muted text-sm">
        <DifficultyBadge locale={locale} difficulty={problem.difficulty} />
        <span>{workspaceMessages[locale].limits(timeMs, memoryMiB)}</span>
        <BookmarkToggle locale={locale} kind="problem" slug={problem.slug} />
        {teaches ? (
          <TextLink href={`/${locale}/rejudgings?problem=${problem.slug}`}>
            {rejudgingMessages[locale].judgeProblemAgain}
          </TextLink>
        ) : null}
      </p>
      <Prose html={html} locale={locale} />
      {explained.length > 0 ? (
        <section className="mt-8 border-line border-t pt-4">
          <h2 className="mb-2 text-lg">{workspaceMessages[locale].belongsTo}</h2>
          <ul className="flex flex-col gap-1">
            {explained.map(({ slug, title }) => (
              <li key={slug}>
                <TextLink href={`/${locale}/questions/${slug}`}>{title}</TextLink>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </article>
  );
}
