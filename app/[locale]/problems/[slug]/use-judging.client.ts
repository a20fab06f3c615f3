import { useEffect, useRef, useState } from 'react';
import type { Locale, SubmissionStatus, TestProgress } from '#judge/verdict.ts';
import { followSubmission, type Refusal, submitSolution, type WordedVerdict } from './submission-client.ts';

/** idle → sending → following → judged; sending → refused. A new submission starts over from anywhere. */
export type Judging =
  | { kind: 'idle' }
  | { kind: 'sending' }
  | { kind: 'following'; id: string; status: SubmissionStatus; total: number; tests: TestProgress[] }
  | { kind: 'judged'; id: string; verdict: WordedVerdict }
  | { kind: 'refused'; refusal: Refusal };

type Options = {
  slug: string;
  locale: Locale;
  unfinished: string | null;
  onJudged: (id: string, verdict: WordedVerdict) => void;
};

/** Submits and follows; takes a submission up again that was still being judged when the page was loaded. */
export function useJudging({ slug, locale, unfinished, onJudged }: Options) {
  const [judging, setJudging] = useState<Judging>(() =>
    unfinished ? following(unfinished) : { kind: 'idle' },
  );
  const end = useRef<() => void>(() => undefined);
  const told = useRef(onJudged);
  // The stream lives longer than a render: it calls what holds then.
  useEffect(() => {
    told.current = onJudged;
  });

  function follow(id: string) {
    end.current();
    setJudging(following(id));
    const change = (act: (before: Extract<Judging, { kind: 'following' }>) => Judging) =>
      setJudging((before) => (before.kind === 'following' && before.id === id ? act(before) : before));
    end.current = followSubmission(id, locale, {
      onStatus: (status, total) => change((before) => ({ ...before, status, total })),
      onTest: (test, total) =>
        change((before) => ({ ...before, status: 'running', total, tests: [...before.tests, test] })),
      onVerdict: (verdict) => {
        forget(slug);
        setJudging({ kind: 'judged', id, verdict });
        told.current(id, verdict);
      },
      onLost: () => {
        forget(slug);
        setJudging({ kind: 'idle' });
      },
    });
  }

  // A stream is the world outside: it is opened for what was left unfinished, and closed with the page. What ended while
  // the page was being loaded again is not unfinished, but its verdict was not seen either.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for the submission that the page came with
  useEffect(() => {
    const left = unfinished ?? localStorage.getItem(pendingKey(slug));
    if (left) follow(left);
    return () => end.current();
  }, []);

  async function submit(source: string): Promise<void> {
    setJudging({ kind: 'sending' });
    const reply = await submitSolution(slug, source);
    if ('id' in reply) {
      localStorage.setItem(pendingKey(slug), reply.id);
      follow(reply.id);
    } else setJudging({ kind: 'refused', refusal: reply.refusal });
  }

  return { judging, submit };
}

const pendingKey = (slug: string) => `whetstone.pending.${slug}`;

function forget(slug: string): void {
  localStorage.removeItem(pendingKey(slug));
}

function following(id: string): Judging {
  return { kind: 'following', id, status: 'queued', total: 0, tests: [] };
}
