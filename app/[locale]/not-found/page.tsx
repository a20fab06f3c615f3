import type { Metadata } from 'next';
import { shellMessages } from '../../_messages/shell.ts';
import { type LocaleProps, requireLocale } from '../../_ui/locale.ts';
import { Missing } from '../missing.tsx';

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  const t = shellMessages[await requireLocale(params)];
  return { title: t.notFound.title, robots: { index: false } };
}

/** What proxy.ts shows, with status 404, at every address that no page has. */
export default async function NotFoundPage({ params }: LocaleProps) {
  return <Missing locale={await requireLocale(params)} />;
}
