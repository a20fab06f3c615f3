import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { mockMessages } from '#app/_messages/mock.ts';
import { site } from '#app/_session/site.ts';
import { requireLocale } from '#app/_ui/locale.ts';
import { mockJson } from '#app/api/v1/mocks/shape.ts';
import { viewItem } from '../item-view.ts';
import { readMockTexts, readOwnMock } from '../read-own.ts';
import { Report } from '../report/report.tsx';
import { UnderWay } from './under-way.client.tsx';

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: mockMessages[await requireLocale(params)].title, robots: { index: false } };
}

export default async function Page({ params }: Props) {
  const locale = await requireLocale(params);
  const now = new Date();
  const mock = await readOwnMock((await params).id, now);
  if (!mock) notFound();
  const { db } = site();
  if (mock.fedAt) return <Report locale={locale} mock={mock} own />;
  const texts = await readMockTexts(db, mock);
  const { items, clock } = mockJson(mock, { report: null, now });
  const views = await Promise.all(items.map((item) => viewItem(item, { mockId: mock.id, locale, ...texts })));
  return (
    <UnderWay
      locale={locale}
      id={mock.id}
      minutes={mock.minutes}
      items={views}
      told={items.map(({ notes, revealed, points, answer }) => ({ notes, revealed, points, answer }))}
      clock={clock}
    />
  );
}
