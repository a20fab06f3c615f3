import type { Metadata } from 'next';
import { offlineMessages } from '#app/_messages/offline.ts';
import { type LocaleProps, requireLocale } from '#app/_ui/locale.ts';
import { getQuestions } from '../questions/questions.ts';
import { Offline } from './offline.client.tsx';

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: offlineMessages[await requireLocale(params)].title, robots: { index: false } };
}

/** What the service worker shows in the place of a page that needs a network. Asked for by its address, it is empty. */
export default async function OfflinePage({ params }: LocaleProps) {
  const locale = await requireLocale(params);
  const questions = (await getQuestions()).map(({ slug, text }) => ({ slug, title: text[locale].title }));
  return <Offline locale={locale} questions={questions} />;
}
