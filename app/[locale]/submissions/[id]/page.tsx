import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { rejudgingMessages } from '#app/_messages/rejudgings.ts';
import { verdictMessages } from '#app/_messages/verdicts.ts';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { currentUser, mayTeach } from '#app/_session/current-user.ts';
import { site } from '#app/_session/site.ts';
import { ButtonLink } from '#app/_ui/button.tsx';
import { Panel } from '#app/_ui/card.tsx';
import { requireLocale } from '#app/_ui/locale.ts';
import { Moment } from '#app/_ui/moment.tsx';
import { Notice } from '#app/_ui/notice.tsx';
import { PageBody, PageTitle } from '#app/_ui/page-body.tsx';
import { Prose } from '#app/_ui/prose.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { maySee } from '#app/api/v1/submissions/access.ts';
import { verdictBody } from '#app/api/v1/submissions/shape.ts';
import { publicProblem, verdictOf } from '#judge/api.ts';
import { type Locale, submissionStatuses } from '#judge/verdict.ts';
import { findCurrent, findVersion } from '#prisma/problem-version.ts';
import { listFormerResults } from '#prisma/rejudgment.ts';
import { findSubmission } from '#prisma/submission.ts';
import { VerdictReport } from '../../problems/[slug]/verdict-report.tsx';
import { codeHtml } from './code-html.ts';
import { FormerResults } from './former-results.tsx';
import { LiveResult } from './live-result.client.tsx';
import { LookAgain } from './look-again.client.tsx';
import { ShareToggle } from './share-toggle.client.tsx';
import { TellVerdict } from './tell-verdict.client.tsx';

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: workspaceMessages[await requireLocale(params)].submission, robots: { index: false } };
}

export default async function Page({ params }: Props) {
  const locale = await requireLocale(params);
  const t = workspaceMessages[locale];
  const { submission, own, teaches } = await requireVisible((await params).id);
  const { db } = site();
  const [row, current, former, verdict] = await Promise.all([
    findVersion(db, submission.versionId),
    findCurrent(db, submission.slug),
    own || teaches ? listFormerResults(db, submission.id) : [],
    verdictBody(verdictOf(submission), locale),
  ]);
  const problem = row && publicProblem(row);
  const older = current?.id !== submission.versionId;
  const rejudging = teaches ? rejudgingOf(submission, locale) : null;
  const told =
    verdict.verdict === null
      ? null
      : t.told(verdictMessages[locale].codes[verdict.verdict], t.score(verdict.score, verdict.maxScore));
  return (
    <PageBody>
      <TellVerdict text={told} />
      <PageTitle title={t.submission}>
        {t.submissionOf}{' '}
        <TextLink href={`/${locale}/problems/${submission.slug}`}>
          {problem?.name[locale] ?? submission.slug}
        </TextLink>{' '}
        · <Moment locale={locale} at={submission.createdAt} />
      </PageTitle>
      {older ? <OlderVersion locale={locale} rejudging={rejudging} /> : null}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Panel title={t.result}>
          <div className="-m-4">
            {verdict.verdict === null ? (
              <LiveResult
                locale={locale}
                id={submission.id}
                status={submissionStatuses.find((known) => known === submission.status) ?? 'queued'}
                groups={problem?.groups ?? []}
              />
            ) : (
              <VerdictReport
                locale={locale}
                problem={submission.slug}
                verdict={verdict}
                samples={problem?.samples ?? []}
              />
            )}
          </div>
        </Panel>
        <Panel title={t.code}>
          <Prose html={await codeHtml(submission.source)} locale={locale} small />
          {own ? <ShareToggle locale={locale} id={submission.id} shared={submission.shared} /> : null}
          <p className="mt-4 break-all text-ink-muted text-sm">
            {t.version} <code>{submission.versionId.slice(0, 19)}…</code>
          </p>
          {rejudging && !older ? (
            <p className="mt-4">
              <ButtonLink size="small" href={rejudging}>
                {rejudgingMessages[locale].judgeAgain}
              </ButtonLink>
            </p>
          ) : null}
        </Panel>
      </div>
      <FormerResults locale={locale} problem={submission.slug} results={former} whole={teaches} />
      <LookAgain />
    </PageBody>
  );
}

/** Where what was judged can be judged again. */
function rejudgingOf({ id, status }: { id: string; status: string }, locale: Locale): string | null {
  return status === 'done' ? `/${locale}/rejudgings?submission=${id}` : null;
}

/** It was judged by a version that is not the current one; `rejudging` leads who may to judging it by that. */
function OlderVersion({ locale, rejudging }: { locale: Locale; rejudging: string | null }) {
  return (
    <div className="mb-6">
      <Notice title={workspaceMessages[locale].olderVersion}>
        {rejudging ? <TextLink href={rejudging}>{rejudgingMessages[locale].judgeByCurrent}</TextLink> : null}
      </Notice>
    </div>
  );
}

async function requireVisible(uncheckedId: string) {
  const user = await currentUser(await headers());
  const submission = z.uuid().safeParse(uncheckedId).success
    ? await findSubmission(site().db, uncheckedId)
    : undefined;
  if (!submission || !maySee(submission, user)) notFound();
  return { submission, own: submission.userId === user?.id, teaches: user !== undefined && mayTeach(user) };
}
