import { ensureSignedIn } from '#app/_session/auth-client.ts';
import type { PublicProblem } from '#content/public-problem.ts';
import type { Locale, SubmissionStatus, TestResult, Verdict } from '#judge/verdict.ts';

/** A verdict as the API words it. */
export type WordedVerdict = Omit<Verdict, 'tests' | 'diagnosis'> & {
  tests: (Omit<TestResult, 'hint'> & { message: string; hint: string | null })[];
  diagnosis: {
    id: string;
    title: string;
    message: string;
    /** What explains it. */
    question: { slug: string; title: string; href: string } | null;
  } | null;
};

export type SubmissionLine = {
  id: string;
  status: SubmissionStatus;
  verdict: Verdict['verdict'] | null;
  score: number | null;
  maxScore: number | null;
  cpuMs: number | null;
  memoryKiB: number | null;
  createdAt: string;
};

export type Refusal =
  | { kind: 'offline' | 'tooLarge' | 'signIn' | 'gone' | 'other' }
  /** For now: which limit it met, in the server's words, and when to try again. */
  | { kind: 'later'; said: string; seconds: number };

const refusals: Record<number, Exclude<Refusal['kind'], 'later'>> = {
  401: 'signIn',
  404: 'gone',
  413: 'tooLarge',
};

/** Sends a solution; as a guest it makes an anonymous account first, so that one can submit at once. */
export async function submitSolution(
  { problem, source }: { problem: string; source: string },
  { guest, locale }: { guest: boolean; locale: Locale },
): Promise<{ id: string } | { refusal: Refusal }> {
  if (!navigator.onLine) return { refusal: { kind: 'offline' } };
  try {
    if (guest) await ensureSignedIn();
    const response = await fetch('/api/v1/submissions', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': locale },
      body: JSON.stringify({ problem, source }),
    });
    if (response.ok) return { id: ((await response.json()) as { id: string }).id };
    return { refusal: await refusalOf(response) };
  } catch {
    return { refusal: { kind: navigator.onLine ? 'other' : 'offline' } };
  }
}

async function refusalOf(response: Response): Promise<Refusal> {
  const seconds = Number(response.headers.get('retry-after'));
  if (!(seconds > 0)) return { kind: refusals[response.status] ?? 'other' };
  const { error } = (await response.json()) as { error: { message: string } };
  return { kind: 'later', said: error.message, seconds };
}

export type ReadSubmission = WordedVerdict & { id: string; source: string; status: SubmissionStatus };

/** `gone` where it isn't there for who asks, `unreachable` where asking again may help. */
export async function readSubmission(
  id: string,
  locale: Locale,
): Promise<{ kind: 'read'; submission: ReadSubmission } | { kind: 'gone' | 'unreachable' }> {
  try {
    const response = await fetch(`/api/v1/submissions/${id}?locale=${locale}`);
    if (response.ok) return { kind: 'read', submission: (await response.json()) as ReadSubmission };
    return { kind: response.status === 401 || response.status === 404 ? 'gone' : 'unreachable' };
  } catch {
    return { kind: 'unreachable' };
  }
}

/** Lets whoever has its address read a submission, or its owner alone. False where that did not arrive. */
export async function shareSubmission(id: string, shared: boolean): Promise<boolean> {
  try {
    const response = await fetch(`/api/v1/submissions/${id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ shared }),
    });
    return response.ok;
  } catch {
    return false;
  }
}

/** The version that submissions are graded against now; undefined where it can't be had. */
export async function readCurrentVersion(slug: string): Promise<string | undefined> {
  try {
    const response = await fetch(`/api/v1/problems/${slug}`);
    return response.ok ? ((await response.json()) as PublicProblem).version : undefined;
  } catch {
    return undefined;
  }
}
