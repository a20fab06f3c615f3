import { Inbox } from 'lucide-react';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { nameTopics } from '#app/_find/name-topics.ts';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { describePage } from '#app/_seo/describe-page.ts';
import { SocialCard } from '#app/_seo/social-card.tsx';
import { currentUser } from '#app/_session/current-user.ts';
import { site } from '#app/_session/site.ts';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { type LocaleProps, requireLocale } from '#app/_ui/locale.ts';
import { PageBody, PageTitle } from '#app/_ui/page-body.tsx';
import { publicProblem } from '#judge/api.ts';
import { listBookmarks } from '#prisma/bookmark.ts';
import { listCurrent } from '#prisma/problem-version.ts';
import { countAcceptance, findOwnProgress } from '#prisma/submission.ts';
import { WayLinks } from '../way-links.tsx';
import { openAcceptance } from './acceptance.ts';
import { type ListedProblem, parseFilters, queryOf } from './list-filters.ts';
import { ProblemList } from './problem-list.client.tsx';

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  const locale = await requireLocale(params);
  const { problems: title, problemsLead } = workspaceMessages[locale];
  return { title, ...describePage({ locale, path: '/problems', title, description: problemsLead }) };
}

type Props = LocaleProps & { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ params, searchParams }: Props) {
  const locale = await requireLocale(params);
  const t = workspaceMessages[locale];
  const filters = parseFilters(await searchParams);
  const problems = await listProblems();
  return (
    <PageBody>
      <SocialCard path={`/${locale}/card.png`} alt={t.problems} />
      <PageTitle title={t.problems}>{t.problemsLead}</PageTitle>
      {problems.length === 0 ? (
        <EmptyState icon={Inbox} title={t.noProblems} />
      ) : (
        <>
          <WayLinks locale={locale} />
          <ProblemList
            locale={locale}
            problems={problems}
            topics={nameTopics(
              locale,
              problems.flatMap(({ topics }) => topics),
            )}
            served={queryOf(filters)}
          />
        </>
      )}
    </PageBody>
  );
}

const recentAcceptance = openAcceptance(
  () => countAcceptance(site().db),
  () => performance.now(),
);

async function listProblems(): Promise<ListedProblem[]> {
  const { db } = site();
  const user = await currentUser(await headers());
  const [versions, acceptance, progress, bookmarks] = await Promise.all([
    listCurrent(db),
    recentAcceptance(),
    user ? findOwnProgress(db, user.id) : new Map<string, boolean>(),
    user ? listBookmarks(db, user.id) : [],
  ]);
  const bookmarked = new Set(bookmarks.flatMap(({ kind, slug }) => (kind === 'problem' ? [slug] : [])));
  const order = { easy: 0, medium: 1, hard: 2 };
  return versions
    .map(publicProblem)
    .sort((a, b) => order[a.difficulty] - order[b.difficulty] || a.name.en.localeCompare(b.name.en))
    .map(({ slug, name, difficulty, topics }) => {
      const counted = acceptance.find((line) => line.slug === slug);
      const solved = progress.get(slug);
      const state = solved === undefined ? 'new' : solved ? 'solved' : 'tried';
      return {
        slug,
        name,
        difficulty,
        topics,
        state,
        acceptance: counted ? counted.accepted / counted.judged : null,
        bookmarked: bookmarked.has(slug),
      };
    });
}
