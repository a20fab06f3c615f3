import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { rejudgingMessages } from '#app/_messages/rejudgings.ts';
import { RememberTeaching } from '#app/_session/remember-teaching.client.tsx';
import { site } from '#app/_session/site.ts';
import { Panel } from '#app/_ui/card.tsx';
import { formatDate } from '#app/_ui/format-date.ts';
import { requireLocale } from '#app/_ui/locale.ts';
import { PageBody, PageTitle } from '#app/_ui/page-body.tsx';
import { type Preview, previewRejudging } from '#judge/rejudge.ts';
import { type Locale, verdictCodes } from '#judge/verdict.ts';
import type { Choice } from '#prisma/rejudging.ts';
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
  const { rejudging } = preview;
  return (
    <PageBody>
      <RememberTeaching teaches />
      <PageTitle title={<span className="break-words">{rejudging.reason}</span>}>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-base">
          <StateBadge locale={locale} state={rejudging.state} />
          <span>{madeText(locale, preview)}</span>
        </p>
        <p className="text-base">{chosenText(locale, preview)}</p>
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
        <DifferenceList locale={locale} preview={preview} chosen={filter} />
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

function madeText(locale: Locale, { rejudging }: Preview): string {
  const t = rejudgingMessages[locale];
  const date = formatDate(locale, rejudging.createdAt.toISOString());
  return rejudging.createdBy ? t.madeBy(rejudging.createdBy.name, date) : t.made(date);
}

function chosenText(locale: Locale, { rejudging }: Preview): string {
  const t = rejudgingMessages[locale];
  const words = t.chosenBy;
  // Written by ourselves from our own type.
  const choice = rejudging.choice as Choice;
  const said = [
    choice.problem && words.problem(choice.problem),
    choice.version && words.version(choice.version.slice(7, 15)),
    choice.verdicts && words.verdicts(choice.verdicts.join(' ')),
    choice.since && words.since(formatDate(locale, choice.since)),
    choice.until && words.until(formatDate(locale, choice.until)),
    choice.user && words.user,
    choice.submissions && words.submissions(choice.submissions.length),
    t.against[rejudging.target === 'same' ? 'same' : 'current'],
  ].filter((part): part is string => Boolean(part));
  return said.join(' · ');
}
