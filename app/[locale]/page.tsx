import { shellMessages } from '../_messages/shell.ts';
import { type LocaleProps, requireLocale } from '../_ui/locale.ts';
import { PageBody, PageTitle } from '../_ui/page-body.tsx';
import { VerdictBadge } from '../_ui/verdict-badge.tsx';

export default async function HomePage({ params }: LocaleProps) {
  const locale = await requireLocale(params);
  return (
    <PageBody>
      <PageTitle title={shellMessages[locale].tagline} />
      <VerdictBadge locale={locale} verdict="AC" size="large" />
    </PageBody>
  );
}
