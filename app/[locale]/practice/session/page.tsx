import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { practiceMessages } from '#app/_messages/practice.ts';
import { loadPractice } from '#app/_practice/load.ts';
import { keyOf, type Queued } from '#app/_practice/plan.ts';
import { unseen } from '#app/_practice/replay.ts';
import { getTaught } from '#app/_practice/taught.ts';
import { currentUser } from '#app/_session/current-user.ts';
import { site } from '#app/_session/site.ts';
import { requireLocale } from '#app/_ui/locale.ts';
import { sessionCards } from '../session-cards.ts';
import { readTitles } from '../titles.ts';
import { PracticeSession } from './session.client.tsx';

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ card?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: practiceMessages[await requireLocale(params)].session };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = await requireLocale(params);
  const user = await currentUser(await headers());
  const now = new Date();
  const { db } = site();
  const questions = (await getTaught()).map(({ slug }) => slug);
  const { cards, settings, plan } = await loadPractice(db, { userId: user?.id, questions, now });
  const { card: asked } = await searchParams;
  const begun = questions.find((slug) => slug === asked);
  const queue = begun === undefined ? plan.queue : withFirst(plan.queue, begun, cards);
  const titles = await readTitles(db, { locale, cards });
  const shown = sessionCards(queue, { settings, titles, now });
  const owner = user === undefined || user.isAnonymous ? '' : user.id;
  return <PracticeSession locale={locale} cards={shown} owner={owner} />;
}

/** The queue with a question at its head that is practised now, due or not. */
function withFirst(
  queue: readonly Queued[],
  slug: string,
  cards: Awaited<ReturnType<typeof loadPractice>>['cards'],
): Queued[] {
  const key = keyOf({ kind: 'question', slug });
  const card = cards.find((one) => keyOf(one) === key) ?? { kind: 'question' as const, slug, ...unseen };
  return [{ ...card, dueOn: null }, ...queue.filter((one) => keyOf(one) !== key)];
}
