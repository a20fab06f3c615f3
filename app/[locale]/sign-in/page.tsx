import type { Metadata } from 'next';
import { accountMessages } from '#app/_messages/accounts.ts';
import { CredentialsForm } from '#app/_session/credentials-form.client.tsx';
import { doorTo, wayBack } from '#app/_session/way-back.ts';
import { Card } from '#app/_ui/card.tsx';
import { type LocaleProps, requireLocale } from '#app/_ui/locale.ts';
import { PageBody, PageTitle } from '#app/_ui/page-body.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: accountMessages[await requireLocale(params)].signIn };
}

type Props = LocaleProps & { searchParams: Promise<{ from?: string | string[] }> };

export default async function Page({ params, searchParams }: Props) {
  const locale = await requireLocale(params);
  const { from } = await searchParams;
  const t = accountMessages[locale];
  return (
    <PageBody width="text">
      <div className="mx-auto w-full max-w-md">
        <PageTitle title={t.signIn}>{t.signInLead}</PageTitle>
        <Card>
          <CredentialsForm locale={locale} act="sign-in" next={wayBack(locale, from)} />
        </Card>
        <p className="mt-6 text-ink-muted">
          {t.noAccount} {/* Going back leads to where one came from. */}
          <TextLink replace href={doorTo('sign-up', locale, from?.toString())}>
            {t.signUp}
          </TextLink>
        </p>
        <p className="mt-2 text-ink-muted">{t.forgot}</p>
      </div>
    </PageBody>
  );
}
