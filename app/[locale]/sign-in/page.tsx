import type { Metadata } from 'next';
import { accountMessages } from '#app/_messages/accounts.ts';
import { CredentialsForm } from '#app/_session/credentials-form.client.tsx';
import { Card } from '#app/_ui/card.tsx';
import { type LocaleProps, requireLocale } from '#app/_ui/locale.ts';
import { PageBody, PageTitle } from '#app/_ui/page-body.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: accountMessages[await requireLocale(params)].signIn };
}

export default async function Page({ params }: LocaleProps) {
  const locale = await requireLocale(params);
  const t = accountMessages[locale];
  return (
    <PageBody width="text">
      <div className="mx-auto w-full max-w-md">
        <PageTitle title={t.signIn}>{t.signInLead}</PageTitle>
        <Card>
          <CredentialsForm locale={locale} act="sign-in" next={`/${locale}/problems`} />
        </Card>
        <p className="mt-6 text-ink-muted">
          {t.noAccount} <TextLink href={`/${locale}/sign-up`}>{t.signUp}</TextLink>
        </p>
      </div>
    </PageBody>
  );
}
