import { type Card, keyOf } from '#app/_practice/plan.ts';
import { getTaught } from '#app/_practice/taught.ts';
import { publicProblem } from '#judge/api.ts';
import type { Locale } from '#judge/verdict.ts';
import type { PrismaClient } from '#prisma/generated/client.ts';
import { findCurrent } from '#prisma/problem-version.ts';

/** What questions and a user's problems are called, by card. A problem that isn't published any more has no name. */
export async function readTitles(
  db: PrismaClient,
  { locale, cards }: { locale: Locale; cards: readonly Card[] },
): Promise<Map<string, string>> {
  const titles = new Map(
    (await getTaught()).map(({ slug, title }) => [keyOf({ kind: 'question', slug }), title[locale]]),
  );
  // Published versions are remembered: reading the packages themselves would take a second a page.
  for (const card of cards.filter(({ kind }) => kind === 'problem')) {
    const version = await findCurrent(db, card.slug);
    if (version) titles.set(keyOf(card), publicProblem(version).name[locale]);
  }
  return titles;
}
