import { ensureSignedIn } from '#app/_session/auth-client.ts';
import type { Locale, SubmissionStatus, TestProgress, TestResult, Verdict } from '#judge/verdict.ts';

/** A verdict as the API words it. */
export type WordedVerdict = Omit<Verdict, 'tests' | 'diagnosis'> & {
  tests: (Omit<TestResult, 'hint'> & { message: string; hint: string | null })[];
  diagnosis: { id: string; title: string; message: string } | null;
};

export type SubmissionLine = {
  id: string;
  status: SubmissionStatus;
  verdict: Verdict['verdict'] | null;
  score: number | null;
  maxScore: number | null;
  createdAt: string;
};

export type Refusal = 'offline' | 'limited' | 'tooLarge' | 'signIn' | 'other';

/** Sends a solution; makes an anonymous account first where nobody is signed in. */
export async function submitSolution(
  problem: string,
  source: string,
): Promise<{ id: string } | { refusal: Refusal }> {
  if (!navigator.onLine) return { refusal: 'offline' };
  try {
    await ensureSignedIn();
    const response = await fetch('/api/v1/submissions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ problem, source }),
    });
    if (response.ok) return { id: ((await response.json()) as { id: string }).id };
    return { refusal: refusals[response.status] ?? 'other' };
  } catch {
    return { refusal: navigator.onLine ? 'other' : 'offline' };
  }
}

const refusals: Record<number, Refusal> = { 401: 'signIn', 413: 'tooLarge', 429: 'limited' };

export type Following = {
  onStatus(status: SubmissionStatus, total: number): void;
  onTest(test: TestProgress, total: number): void;
  onVerdict(verdict: WordedVerdict): void;
  /** There is no such submission, or it is not ours to see. */
  onLost(): void;
};

const pollMs = 2000;

/** Follows a submission by events, or by asking where events don't get through; returns what ends it. */
export function followSubmission(id: string, locale: Locale, on: Following): () => void {
  let poll: ReturnType<typeof setInterval> | undefined;
  const source = new EventSource(`/api/v1/submissions/${id}/events?locale=${locale}`);
  const end = () => {
    source.close();
    clearInterval(poll);
  };
  const read = <T>(event: Event) => JSON.parse((event as MessageEvent<string>).data) as T;
  source.addEventListener('status', (event) => {
    const { status, total } = read<{ status: SubmissionStatus; total: number }>(event);
    on.onStatus(status, total);
  });
  source.addEventListener('test', (event) => {
    const { total, ...test } = read<TestProgress & { total: number }>(event);
    on.onTest(test, total);
  });
  source.addEventListener('verdict', (event) => {
    end();
    on.onVerdict(read<WordedVerdict>(event));
  });
  source.onerror = () => {
    // The browser reconnects by itself, with the id of the last event, unless it gave up.
    if (source.readyState !== EventSource.CLOSED || poll) return;
    poll = setInterval(async () => {
      const submission = await readSubmission(id, locale);
      if (submission?.verdict) {
        end();
        on.onVerdict(submission);
      } else if (!submission && navigator.onLine) {
        end();
        on.onLost();
      }
    }, pollMs);
  };
  return end;
}

export type ReadSubmission = WordedVerdict & { id: string; source: string; status: SubmissionStatus };

export async function readSubmission(id: string, locale: Locale): Promise<ReadSubmission | undefined> {
  try {
    const response = await fetch(`/api/v1/submissions/${id}?locale=${locale}`);
    return response.ok ? ((await response.json()) as ReadSubmission) : undefined;
  } catch {
    return undefined;
  }
}
