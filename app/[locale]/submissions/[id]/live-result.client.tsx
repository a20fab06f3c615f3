'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { PublicProblem } from '#content/public-problem.ts';
import type { Locale, SubmissionStatus, TestProgress } from '#judge/verdict.ts';
import { followSubmission } from '../../problems/[slug]/follow-submission.ts';
import { JudgingProgress } from '../../problems/[slug]/judging-progress.tsx';

type Props = { locale: Locale; id: string; status: SubmissionStatus; groups: PublicProblem['groups'] };

type Standing = { status: SubmissionStatus; ahead: number | null };

/** A submission that is being judged; with the verdict the page is asked for anew. */
export function LiveResult({ locale, id, groups, ...props }: Props) {
  const router = useRouter();
  const [{ status, ahead }, setStanding] = useState<Standing>({ status: props.status, ahead: null });
  const [unattended, setUnattended] = useState(false);
  const [tests, setTests] = useState<TestProgress[]>([]);
  // A stream is the world outside: opened with the page, closed with it.
  useEffect(
    () =>
      followSubmission(id, locale, {
        onStatus: (now, before) => setStanding({ status: now, ahead: before }),
        onUnattended: () => setUnattended(true),
        onTest: (test) => setTests((before) => [...before.filter(({ name }) => name !== test.name), test]),
        onVerdict: () => router.refresh(),
        onGone: () => router.refresh(),
      }),
    [id, locale, router],
  );
  return (
    <JudgingProgress
      locale={locale}
      groups={groups}
      status={status}
      ahead={ahead}
      unattended={unattended}
      tests={tests}
    />
  );
}
