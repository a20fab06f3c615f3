import { type CardKey, cardKinds } from '#app/_practice/replay.ts';
import { getTaught } from '#app/_practice/taught.ts';
import { site } from '#app/_session/site.ts';
import { ApiError } from '#app/api/_http/errors.ts';
import { isPublished } from '#prisma/problem-version.ts';
import { requireSlug } from '../schemas.ts';

export type CardParams = { kind: string; slug: string };

/** Of one account, by hand or by what saves as one writes. */
export const keepsPerMinute = 120;

/** The question or problem that an address names, there or not. Throws 404 for what none could be called. */
export function requireCardKey({ kind: uncheckedKind, slug }: CardParams): CardKey {
  const kind = cardKinds.find((known) => known === uncheckedKind);
  if (!kind) throw new ApiError('not_found');
  return { kind, slug: requireSlug(slug) };
}

/** The same, and it is there: else anyone could keep anything under any name. Throws 404. */
export async function requireCard(params: CardParams): Promise<CardKey> {
  const card = requireCardKey(params);
  const { kind, slug } = card;
  const known =
    kind === 'question'
      ? (await getTaught()).some((question) => question.slug === slug)
      : await isPublished(site().db, slug);
  if (!known) throw new ApiError('not_found');
  return card;
}
