import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { mockMessages } from '#app/_messages/mock.ts';
import { site } from '#app/_session/site.ts';
import { requireLocale } from '#app/_ui/locale.ts';
import { findSharedMock } from '#prisma/mock.ts';
import { Report } from '../../report/report.tsx';

type Props = { params: Promise<{ locale: string; key: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: mockMessages[await requireLocale(params)].shared, robots: { index: false } };
}

/** For whoever was given the address: without a name and without notes. */
export default async function Page({ params }: Props) {
  const locale = await requireLocale(params);
  const { key } = await params;
  const mock = z.uuid().safeParse(key).success ? await findSharedMock(site().db, key) : undefined;
  if (!mock?.fedAt) notFound();
  return <Report locale={locale} mock={mock} own={false} />;
}
