import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Fragment, type ReactNode } from 'react';
import { z } from 'zod';
import { rejudgingMessages } from '#app/_messages/rejudgings.ts';
import { RememberTeaching } from '#app/_session/remember-teaching.client.tsx';
import { site } from '#app/_session/site.ts';
import { Panel } from '#app/_ui/card.tsx';
import { requireLocale } from '#app/_ui/locale.ts';
import { Moment } from '#app/_ui/moment.tsx';
import { PageBody, PageTitle } from '#app/_ui/page-body.tsx';
import { publicProblem } from '#judge/api.ts';
import { type Preview, previewRejudging } from '#judge/rejudge.ts';
import { type Locale, verdictCodes } from '#judge/verdict.ts';
import { findCurrent } from '#prisma/problem-version.ts';
import type { Choice } from '#prisma/rejudging.ts';
import { Made } from '../made.tsx';
import { requireTeacher } from '../require-teacher.ts';
import { StateBadge } from '../state-badge.tsx';
import { CpuTimes } from './cpu-times.tsx';
import { DifferenceList } from './difference-list.tsx';
import { Standing } from './standing.tsx';
import { VerdictMatrix } from './verdict-matrix.tsx';

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: rejudgingMessages[await requireLocale(params)].title, robots: { index: false } };
}

const pageSize = 50;
const query = z.object({
  old: z.enum(verdictCodes).optional().catch(undefined),
  new: z.enum(verdictCodes).optional().catch(undefined),
  after: z.uuid().optional().catch(undefined),
});

export default async function Page({ params, searchParams }: Props) {
  const locale = await requireLocale(params);
  await requireTeacher();
  const t = rejudgingMessages[locale];
  const filter = query.parse(await searchParams);
  const preview = await findPreview((await params).id, filter);
  const { rejudging, differences } = preview;
  // Written by ourselves from our own type.
  const choice = rejudging.choice as Choice;
  const names = await readNames([choice.problem, ...differences.map(({ slug }) => slug)], locale);
  return (
    <PageBody>
      <RememberTeaching teaches />
      <PageTitle title={<span className="break-words">{rejudging.reason}</span>}>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-base">
          <StateBadge locale={locale} state={rejudging.state} />
          <span>
            <Made locale={locale} rejudging={rejudging} />
          </span>
        </p>
        <p className="text-base">
          <ChosenBy locale={locale} choice={choice} target={rejudging.target} names={names} />
        </p>
      </PageTitle>
      <div className="flex flex-col gap-6">
        <Standing locale={locale} preview={preview} />
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <Panel title={t.matrix}>
            <VerdictMatrix locale={locale} moves={preview.matrix} chosen={filter} />
          </Panel>
          {preview.cpu ? (
            <Panel title={t.cpu}>
              <CpuTimes locale={locale} cpu={preview.cpu} />
            </Panel>
          ) : null}
        </div>
        <DifferenceList locale={locale} preview={preview} names={names} chosen={filter} />
      </div>
    </PageBody>
  );
}

async function findPreview(uncheckedId: string, filter: z.infer<typeof query>): Promise<Preview> {
  const preview = z.uuid().safeParse(uncheckedId).success
    ? await previewRejudging(site().db, uncheckedId, { ...filter, count: pageSize })
    : undefined;
  if (!preview) notFound();
  return preview;
}

/** What the problems are called now, by slug. */
async function readNames(slugs: (string | undefined)[], locale: Locale): Promise<Map<string, string>> {
  const asked = [...new Set(slugs)].filter((slug) => slug !== undefined);
  const versions = await Promise.all(asked.map((slug) => findCurrent(site().db, slug)));
  return new Map(
    versions.flatMap((version) => (version ? [[version.slug, publicProblem(version).name[locale]]] : [])),
  );
}

type ChosenByProps = { locale: Locale; choice: Choice; target: string; names: ReadonlyMap<string, string> };

function ChosenBy({ locale, choice, target, names }: ChosenByProps) {
  const t = rejudgingMessages[locale];
  const words = t.chosenBy;
  const parts: Record<string, ReactNode> = {
    problem: choice.problem && words.problem(names.get(choice.problem) ?? choice.problem),
    version: choice.version && words.version(choice.version.slice(7, 15)),
    verdicts: choice.verdicts && words.verdicts(choice.verdicts.join(' ')),
    since: choice.since && <Moment locale={locale} at={choice.since} say={words.since} />,
    until: choice.until && <Moment locale={locale} at={choice.until} say={words.until} />,
    user: choice.user && words.user,
    submissions: choice.submissions && words.submissions(choice.submissions.length),
    against: t.against[target === 'same' ? 'same' : 'current'],
  };
  const said = Object.entries(parts).filter(([, part]) => part);
  return said.map(([name, part], index) => (
    <Fragment key={name}>
      {index === 0 ? null : ' · '}
      {part}
    </Fragment>
  ));
}
