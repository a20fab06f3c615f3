import { Check, CircleDashed, Inbox, Minus, SearchX } from 'lucide-react';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { topicName } from '#app/_messages/topics.ts';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { describePage } from '#app/_seo/describe-page.ts';
import { SocialCard } from '#app/_seo/social-card.tsx';
import { currentUser } from '#app/_session/current-user.ts';
import { site } from '#app/_session/site.ts';
import { Badge, DifficultyBadge } from '#app/_ui/badge.tsx';
import { ButtonLink } from '#app/_ui/button.tsx';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { type LocaleProps, requireLocale } from '#app/_ui/locale.ts';
import { PageBody, PageTitle } from '#app/_ui/page-body.tsx';
import { publicProblem } from '#judge/api.ts';
import type { Locale } from '#judge/verdict.ts';
import { listCurrent } from '#prisma/problem-version.ts';
import { countAcceptance, findOwnProgress } from '#prisma/submission.ts';
import { FilterBar } from './filter-bar.tsx';
import { applyFilters, type ListedProblem, type ProblemState, parseFilters } from './list-filters.ts';

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
  const shown = applyFilters(problems, filters);
  return (
    <PageBody>
      <SocialCard path={`/${locale}/card.png`} alt={t.problems} />
      <PageTitle title={t.problems}>{t.problemsLead}</PageTitle>
      {problems.length === 0 ? (
        <EmptyState icon={Inbox} title={t.noProblems} />
      ) : (
        <>
          <FilterBar locale={locale} filters={filters} problems={problems} />
          {shown.length === 0 ? (
            <EmptyState
              icon={SearchX}
              title={t.none}
              action={<ButtonLink href={`/${locale}/problems`}>{t.clear}</ButtonLink>}
            >
              {t.noneText}
            </EmptyState>
          ) : (
            <ul className="divide-y divide-line overflow-hidden rounded border border-line bg-surface">
              {shown.map((problem) => (
                <Row key={problem.slug} problem={problem} locale={locale} />
              ))}
            </ul>
          )}
        </>
      )}
    </PageBody>
  );
}

async function listProblems(): Promise<ListedProblem[]> {
  const { db } = site();
  const user = await currentUser(await headers());
  const [versions, acceptance, progress] = await Promise.all([
    listCurrent(db),
    countAcceptance(db),
    user ? findOwnProgress(db, user.id) : new Map<string, boolean>(),
  ]);
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
      };
    });
}

const stateIcons: Record<ProblemState, { icon: typeof Check; look: string }> = {
  solved: { icon: Check, look: 'text-pass' },
  tried: { icon: Minus, look: 'text-warn' },
  new: { icon: CircleDashed, look: 'text-line-strong' },
};

function Row({ problem, locale }: { problem: ListedProblem; locale: Locale }) {
  const t = workspaceMessages[locale];
  const { icon: Icon, look } = stateIcons[problem.state];
  return (
    <li className="relative flex items-center gap-4 px-4 py-4 hover:bg-sunken">
      <Icon aria-hidden size={18} className={`shrink-0 ${look}`} />
      <div className="min-w-0 grow">
        <h2 className="text-lg">
          <Link href={`/${locale}/problems/${problem.slug}`} className="after:absolute after:inset-0">
            {problem.name[locale]}
          </Link>
          <span className="sr-only">, {t.states[problem.state]}</span>
        </h2>
        <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-muted text-sm">
          <DifficultyBadge locale={locale} difficulty={problem.difficulty} />
          {problem.topics.map((topic) => (
            <Badge key={topic}>{topicName(locale, topic)}</Badge>
          ))}
        </p>
      </div>
      <p className="hidden shrink-0 text-ink-muted text-sm tabular-nums sm:block">
        {problem.acceptance === null ? t.noSubmissions : t.acceptance(Math.round(problem.acceptance * 100))}
      </p>
    </li>
  );
}
