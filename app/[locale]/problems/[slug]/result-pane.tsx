import { CircleDot } from 'lucide-react';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { doorTo } from '#app/_session/way-back.ts';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { Notice } from '#app/_ui/notice.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import type { PublicProblem } from '#content/public-problem.ts';
import type { Locale } from '#judge/verdict.ts';
import { JudgingProgress } from './judging-progress.tsx';
import type { Refusal } from './submission-client.ts';
import { TryLater } from './try-later.client.tsx';
import type { Judging } from './use-judging.client.ts';
import { VerdictReport } from './verdict-report.tsx';

type Props = {
  locale: Locale;
  problem: PublicProblem;
  judging: Judging;
  onSubmit: () => void;
  onReveal: (line: number, column: number) => void;
  onEditorial: () => void;
};

/** A submission from sending to verdict. */
export function ResultPane({ locale, problem, judging, onSubmit, onReveal, onEditorial }: Props) {
  const t = workspaceMessages[locale];
  switch (judging.kind) {
    case 'idle':
      return (
        <div className="p-4">
          <EmptyState icon={CircleDot} title={t.noResult}>
            {t.noResultText}
          </EmptyState>
        </div>
      );
    case 'refused':
      return (
        <div role="alert" className="p-4">
          <Refused locale={locale} problem={problem} refusal={judging.refusal} onSubmit={onSubmit} />
        </div>
      );
    case 'sending':
      return (
        <JudgingProgress locale={locale} groups={problem.groups} status="queued" ahead={null} tests={[]} />
      );
    case 'following':
      return (
        <>
          {judging.again ? <p className="px-4 pt-4 text-ink-muted text-sm">{t.resume}</p> : null}
          <JudgingProgress
            locale={locale}
            groups={problem.groups}
            status={judging.status}
            ahead={judging.ahead}
            unattended={judging.unattended}
            tests={judging.tests}
          />
        </>
      );
    case 'judged':
      return (
        <VerdictReport
          locale={locale}
          problem={problem.slug}
          verdict={judging.verdict}
          onEditorial={onEditorial}
          samples={problem.samples}
          onReveal={onReveal}
        />
      );
  }
}

/** Why it was not taken, and what to do. */
function Refused({
  locale,
  problem,
  refusal,
  onSubmit,
}: Pick<Props, 'locale' | 'problem' | 'onSubmit'> & { refusal: Refusal }) {
  const t = workspaceMessages[locale];
  switch (refusal.kind) {
    case 'later':
      return <TryLater locale={locale} said={refusal.said} seconds={refusal.seconds} onSubmit={onSubmit} />;
    case 'tooLarge':
      return <Notice kind="fail" title={t.refusals.tooLarge(problem.limits.codeKiB)} />;
    case 'signIn':
      return (
        <Notice kind="warn" title={t.refusals.signIn}>
          <p>
            {t.refusals.signInText}{' '}
            <TextLink href={doorTo('sign-in', locale, `/problems/${problem.slug}`)}>
              {t.refusals.signInLink}
            </TextLink>
          </p>
        </Notice>
      );
    case 'offline':
    case 'gone':
    case 'other':
      return <Notice kind="fail" title={t.refusals[refusal.kind]} />;
  }
}
