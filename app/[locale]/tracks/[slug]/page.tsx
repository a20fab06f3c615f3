import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { wayMessages } from '#app/_messages/ways.ts';
import { BackLink } from '#app/_ui/back-link.tsx';
import { requireLocale } from '#app/_ui/locale.ts';
import { PageBody, PageTitle } from '#app/_ui/page-body.tsx';
import { getProblemNames } from '../../problem-names.ts';
import { getQuestions } from '../../questions/questions.ts';
import { planOf } from '../plan.ts';
import { TrackPlan } from '../track-plan.client.tsx';
import { getTracks } from '../tracks.ts';

type Props = { params: Promise<{ locale: string; slug: string }> };

// The list of tracks is complete: any other address is a missing page.
export const dynamicParams = false;

export async function generateStaticParams(): Promise<{ slug: string }[]> {
  return (await getTracks()).map(({ slug }) => ({ slug }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [locale, { slug }, tracks] = await Promise.all([requireLocale(params), params, getTracks()]);
  const track = tracks.find((one) => one.slug === slug);
  return track ? { title: track.name[locale], description: track.lead[locale] } : {};
}

export default async function TrackPage({ params }: Props) {
  const [locale, { slug }] = await Promise.all([requireLocale(params), params]);
  const [tracks, questions, problems] = await Promise.all([getTracks(), getQuestions(), getProblemNames()]);
  const track = tracks.find((one) => one.slug === slug) ?? notFound();
  const days = planOf(track, locale, {
    questions: questions.map(({ slug, difficulty, text }) => ({
      slug,
      difficulty,
      title: { en: text.en.title, zh: text.zh.title },
    })),
    problems: problems.map(({ slug, difficulty, name }) => ({ slug, difficulty, title: name })),
  });
  return (
    <PageBody width="text">
      <p className="mb-4">
        <BackLink href={`/${locale}/tracks`}>{wayMessages[locale].allTracks}</BackLink>
      </p>
      <PageTitle title={track.name[locale]}>{track.lead[locale]}</PageTitle>
      <TrackPlan locale={locale} days={days} />
    </PageBody>
  );
}
