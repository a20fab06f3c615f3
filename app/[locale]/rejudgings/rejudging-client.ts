import { languageTags } from '#app/_ui/languages.ts';
import type { Locale, Localized, VerdictCode } from '#judge/verdict.ts';

export type ChoosableProblem = {
  slug: string;
  name: Localized;
  /** The newest first. */
  versions: { id: string; current: boolean; publishedAt: string }[];
};

/** What submissions are chosen by, as the API takes it. */
export type ChosenBy = {
  problem?: string;
  version?: string;
  verdicts?: VerdictCode[];
  since?: string;
  until?: string;
  user?: string;
  submissions?: string[];
};

export type Fault = { path: string; message: string };
export type Reply<T> = { kind: 'done'; answer: T } | { kind: 'refused'; message: string; fields: Fault[] };

/** Posts to `/api/v1/rejudgings…`; undefined where there was no answer. */
export async function post<T>(
  path: string,
  body: unknown,
  { locale, signal }: { locale: Locale; signal?: AbortSignal },
): Promise<Reply<T> | undefined> {
  try {
    const response = await fetch(`/api/v1/rejudgings${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': languageTags[locale] },
      body: JSON.stringify(body),
      ...(signal && { signal }),
    });
    if (response.ok) return { kind: 'done', answer: (await response.json()) as T };
    const { error } = (await response.json()) as { error: { message: string; fields?: Fault[] } };
    return { kind: 'refused', message: error.message, fields: error.fields ?? [] };
  } catch {
    return undefined;
  }
}
