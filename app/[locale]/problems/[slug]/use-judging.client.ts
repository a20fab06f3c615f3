import { useEffect, useRef, useState } from 'react';
import type { Locale, SubmissionStatus, TestProgress } from '#judge/verdict.ts';
import { followSubmission } from './follow-submission.ts';
import { forgetPending, keepPending, readPending } from './pending-submission.ts';
import { type Refusal, submitSolution, type WordedVerdict } from './submission-client.ts';

/** idle → sending → following → judged; sending → refused, following → refused or idle. A new submission starts over from anywhere. */
export type Judging =
  | { kind: 'idle' }
  | { kind: 'sending' }
  | {
      kind: 'following';
      id: string;
      status: SubmissionStatus;
      ahead: number | null;
      unattended: boolean;
      tests: TestProgress[];
      again: boolean;
    }
  | { kind: 'judged'; id: string; verdict: WordedVerdict }
  | { kind: 'refused'; refusal: Refusal };

type Options = {
  slug: string;
  locale: Locale;
  /** A submission that was still being judged when the page was loaded. */
  unfinished: string | null;
  signedIn: boolean;
  onAccepted: (id: string) => void;
  /** What was submitted earlier is followed again. */
  onResumed: () => void;
  onJudged: (id: string, verdict: WordedVerdict) => void;
};

/** Submits and follows; takes up again what was still being judged. */
export function useJudging({ slug, locale, unfinished, signedIn, ...on }: Options) {
  const [judging, setJudging] = useState<Judging>(() =>
    unfinished ? following(unfinished, true) : { kind: 'idle' },
  );
  const end = useRef<() => void>(() => undefined);
  const guest = useRef(!signedIn);
  const told = useRef(on);
  // The stream lives longer than a render: it calls what holds then.
  useEffect(() => {
    told.current = on;
  });

  function follow(id: string, again: boolean) {
    end.current();
    setJudging(following(id, again));
    const change = (act: (before: Extract<Judging, { kind: 'following' }>) => Judging) =>
      setJudging((before) => (before.kind === 'following' && before.id === id ? act(before) : before));
    end.current = followSubmission(id, locale, {
      onStatus: (status, ahead) => change((before) => ({ ...before, status, ahead })),
      onUnattended: () => change((before) => ({ ...before, unattended: true })),
      onTest: (test) =>
        change((before) => ({
          ...before,
          status: 'running',
          tests: [...before.tests.filter(({ name }) => name !== test.name), test],
        })),
      onVerdict: (verdict) => {
        forgetPending(slug);
        setJudging({ kind: 'judged', id, verdict });
        told.current.onJudged(id, verdict);
      },
      onGone: () => {
        forgetPending(slug);
        // What an earlier visitor of this browser left is no news; that the session has ended meanwhile is.
        setJudging(again ? { kind: 'idle' } : { kind: 'refused', refusal: { kind: 'signIn' } });
      },
    });
  }

  // A stream is the world outside: it is opened for what was left unfinished, and closed with the page. What ended
  // while nobody looked is not unfinished, but its verdict was not seen either.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for the submission that the page came with
  useEffect(() => {
    const left = unfinished ?? readPending(slug);
    if (left) {
      told.current.onResumed();
      follow(left, true);
    }
    return () => end.current();
  }, []);

  async function submit(source: string): Promise<void> {
    end.current();
    setJudging({ kind: 'sending' });
    const reply = await submitSolution({ problem: slug, source }, { guest: guest.current, locale });
    if ('id' in reply) {
      guest.current = false;
      keepPending(slug, reply.id);
      told.current.onAccepted(reply.id);
      follow(reply.id, false);
    } else {
      // Whose session has ended hears of it first, and goes on without an account only by submitting again.
      if (reply.refusal.kind === 'signIn') guest.current = true;
      setJudging({ kind: 'refused', refusal: reply.refusal });
    }
  }

  return { judging, submit, isSignedIn: () => !guest.current };
}

function following(id: string, again: boolean): Judging {
  return { kind: 'following', id, status: 'queued', ahead: null, unattended: false, tests: [], again };
}
