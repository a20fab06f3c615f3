import type { Metadata } from 'next';
import { verdictCodes } from '#judge/verdict.ts';
import { aboutMessages } from '../../_messages/about.ts';
import { describePage } from '../../_seo/describe-page.ts';
import { SocialCard } from '../../_seo/social-card.tsx';
import { type LocaleProps, requireLocale } from '../../_ui/locale.ts';
import { PageBody, PageTitle } from '../../_ui/page-body.tsx';
import { VerdictBadge } from '../../_ui/verdict-badge.tsx';

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  const locale = await requireLocale(params);
  const { title, lead } = aboutMessages[locale];
  return {
    title: { absolute: title },
    ...describePage({ locale, path: '/about', title, description: lead }),
  };
}

export default async function AboutPage({ params }: LocaleProps) {
  const locale = await requireLocale(params);
  const t = aboutMessages[locale];
  return (
    <PageBody>
      <SocialCard path={`/${locale}/card.png`} alt={t.title} />
      <PageTitle title={t.title}>{t.lead}</PageTitle>
      <div className="grid items-start gap-12 lg:grid-cols-[minmax(0,1fr)_26rem] lg:gap-16">
        <div className="flex flex-col gap-10">
          {t.sections.map(({ title, paragraphs }) => (
            <section key={title} className="prose">
              <h2>{title}</h2>
              {paragraphs.map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
            </section>
          ))}
        </div>
        <section aria-labelledby="verdicts" className="rounded border border-line bg-surface">
          <div className="border-line border-b p-4">
            <h2 id="verdicts" className="text-lg">
              {t.verdicts.title}
            </h2>
            <p className="text-ink-muted text-sm">{t.verdicts.text}</p>
          </div>
          <ul className="flex flex-col divide-y divide-line">
            {verdictCodes.map((code) => (
              <li key={code} className="flex flex-col items-start gap-1.5 px-4 py-3">
                <VerdictBadge locale={locale} verdict={code} />
                <span>{t.verdicts.meanings[code]}</span>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </PageBody>
  );
}
