import type { Locale, SubmissionStatus, TestProgress } from '#judge/verdict.ts';
import { readSubmission, type WordedVerdict } from './submission-client.ts';

export type Following = {
  /** `ahead` submissions are taken before it while it is queued; null where nobody knows. */
  onStatus(status: SubmissionStatus, ahead: number | null): void;
  /** It waits, and no judge is at work. */
  onUnattended(): void;
  onTest(test: TestProgress): void;
  onVerdict(verdict: WordedVerdict): void;
  /** It can't be seen any more: deleted, or the session has ended. */
  onGone(): void;
};

/** Where nothing was heard for so long, the submission itself is asked: something on the way may hold events back. */
const quietMs = 10_000;
/** How often it is asked while there is no stream. */
const brokenMs = 2000;

/**
 * Follows a submission by events, or by asking where they don't get through; returns what ends it.
 *
 * streaming → broken → streaming (the browser reconnects by itself, with the id of the last event) …; either → verdict,
 * gone. The row is the truth, so that an answer to asking ends it too.
 */
export function followSubmission(id: string, locale: Locale, on: Following): () => void {
  const stream = new EventSource(`/api/v1/submissions/${id}/events?locale=${locale}`);
  let timer: ReturnType<typeof setTimeout>;
  let ended = false;
  const end = () => {
    ended = true;
    clearTimeout(timer);
    stream.close();
  };
  const askIn = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(ask, ms);
  };
  const ask = async () => {
    const reply = await readSubmission(id, locale);
    if (ended) return;
    if (reply.kind === 'gone') {
      end();
      on.onGone();
    } else if (reply.kind === 'read' && reply.submission.status === 'done') {
      end();
      on.onVerdict(reply.submission);
    } else {
      if (reply.kind === 'read') on.onStatus(reply.submission.status, null);
      askIn(stream.readyState === EventSource.OPEN ? quietMs : brokenMs);
    }
  };
  const hear = <T>(name: string, act: (data: T) => void) =>
    stream.addEventListener(name, (event) => {
      if (ended) return;
      askIn(quietMs);
      act(JSON.parse((event as MessageEvent<string>).data) as T);
    });
  hear<{ status: SubmissionStatus; ahead: number | null }>('status', ({ status, ahead }) =>
    on.onStatus(status, ahead),
  );
  hear<unknown>('unattended', () => on.onUnattended());
  hear<TestProgress>('test', (test) => on.onTest(test));
  hear<WordedVerdict>('verdict', (verdict) => {
    end();
    on.onVerdict(verdict);
  });
  stream.onerror = () => {
    if (!ended) askIn(brokenMs);
  };
  askIn(quietMs);
  return end;
}
