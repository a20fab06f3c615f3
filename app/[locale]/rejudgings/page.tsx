import { ListRestart } from 'lucide-react';
import type { Metadata } from 'next';
import { z } from 'zod';
import { rejudgingMessages } from '#app/_messages/rejudgings.ts';
import { RememberTeaching } from '#app/_session/remember-teaching.client.tsx';
import { site } from '#app/_session/site.ts';
import { ButtonLink } from '#app/_ui/button.tsx';
import { Panel } from '#app/_ui/card.tsx';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { type LocaleProps, requireLocale } from '#app/_ui/locale.ts';
import { PageBody, PageTitle } from '#app/_ui/page-body.tsx';
import { publicProblem } from '#judge/api.ts';
import { listSets } from '#judge/rejudge.ts';
import type { Locale } from '#judge/verdict.ts';
import { listCurrent, listVersions } from '#prisma/problem-version.ts';
import { ChooseForm } from './choose-form.client.tsx';
import type { ChoosableProblem } from './rejudging-client.ts';
import { requireTeacher } from './require-teacher.ts';
import { SetRow } from './set-row.tsx';

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: rejudgingMessages[await requireLocale(params)].title, robots: { index: false } };
}

const pageSize = 20;
const query = z.object({
  problem: z.string().optional().catch(undefined),
  submission: z.uuid().optional().catch(undefined),
  before: z.uuid().optional().catch(undefined),
});

type Props = LocaleProps & { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ params, searchParams }: Props) {
  const locale = await requireLocale(params);
  await requireTeacher();
  const t = rejudgingMessages[locale];
  const { problem, submission, before } = query.parse(await searchParams);
  const [sets, problems] = await Promise.all([
    listSets(site().db, { before, count: pageSize }),
    listChoosable(),
  ]);
  return (
    <PageBody>
      <RememberTeaching teaches />
      <PageTitle title={t.title}>{t.lead}</PageTitle>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_25rem]">
        {/* Who comes with something to choose wants the form first, on a phone too. */}
        <div className={problem || submission ? 'max-lg:order-first lg:order-last' : 'lg:order-last'}>
          <Panel title={t.choose}>
            <ChooseForm
              key={`${problem} ${submission}`}
              locale={locale}
              problems={problems}
              problem={problems.some(({ slug }) => slug === problem) ? problem : undefined}
              submission={submission}
            />
          </Panel>
        </div>
        <Sets locale={locale} sets={sets} before={before} />
      </div>
    </PageBody>
  );
}

async function listChoosable(): Promise<ChoosableProblem[]> {
  const { db } = site();
  const [current, versions] = await Promise.all([listCurrent(db), listVersions(db)]);
  return current.map(publicProblem).map(({ slug, name }) => ({
    slug,
    name,
    versions: versions
      .filter((version) => version.slug === slug)
      .map(({ id, publishedAt, current }) => ({ id, current, publishedAt: publishedAt.toISOString() })),
  }));
}

type SetsProps = { locale: Locale; sets: Awaited<ReturnType<typeof listSets>>; before: string | undefined };

function Sets({ locale, sets, before }: SetsProps) {
  const t = rejudgingMessages[locale];
  const last = sets.at(-1);
  if (!last && before === undefined)
    return (
      <EmptyState icon={ListRestart} title={<h2>{t.noSets}</h2>}>
        {t.noSetsText}
      </EmptyState>
    );
  return (
    <section aria-labelledby="sets" className="min-w-0">
      <h2 id="sets" className="sr-only">
        {t.sets}
      </h2>
      <ul className="divide-y divide-line overflow-hidden rounded border border-line bg-surface">
        {sets.map((set) => (
          <SetRow key={set.rejudging.id} locale={locale} set={set} />
        ))}
      </ul>
      <p className="mt-4 flex gap-3">
        {before === undefined ? null : (
          <ButtonLink size="small" href={`/${locale}/rejudgings`}>
            {t.newest}
          </ButtonLink>
        )}
        {last && sets.length === pageSize ? (
          <ButtonLink size="small" href={`?before=${last.rejudging.id}`}>
            {t.older}
          </ButtonLink>
        ) : null}
      </p>
    </section>
  );
}
