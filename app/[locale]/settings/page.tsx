import { Download } from 'lucide-react';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { accountMessages } from '#app/_messages/accounts.ts';
import { calendarPageMessages } from '#app/_messages/calendars.ts';
import { currentUser, mayTeach } from '#app/_session/current-user.ts';
import { RememberTeaching } from '#app/_session/remember-teaching.client.tsx';
import { site } from '#app/_session/site.ts';
import { doorTo } from '#app/_session/way-back.ts';
import { ButtonLink, buttonLook } from '#app/_ui/button.tsx';
import { Panel } from '#app/_ui/card.tsx';
import { type LocaleProps, requireLocale } from '#app/_ui/locale.ts';
import { Notice } from '#app/_ui/notice.tsx';
import { PageBody, PageTitle } from '#app/_ui/page-body.tsx';
import type { Locale } from '#judge/verdict.ts';
import { listTokens } from '#prisma/api-token.ts';
import { listFeeds } from '#prisma/calendar-feed.ts';
import { Calendars } from './calendars.client.tsx';
import { DeleteAccount } from './delete-account.client.tsx';
import { DeleteKept } from './delete-kept.client.tsx';
import { Password } from './password.client.tsx';
import { Profile } from './profile.client.tsx';
import { Sessions } from './sessions.client.tsx';
import { Tokens } from './tokens.client.tsx';

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: accountMessages[await requireLocale(params)].settings };
}

export default async function Page({ params }: LocaleProps) {
  const locale = await requireLocale(params);
  const t = accountMessages[locale];
  const c = calendarPageMessages[locale];
  const asked = await headers();
  const user = await currentUser(asked);
  return (
    <PageBody width="text">
      <RememberTeaching teaches={user !== undefined && mayTeach(user)} />
      <PageTitle title={t.settings}>{t.settingsLead}</PageTitle>
      <div className="flex flex-col gap-6">
        {user && !user.isAnonymous ? (
          <>
            <Panel title={t.profile}>
              <Profile locale={locale} name={user.name} email={user.email ?? ''} />
            </Panel>
            <Panel title={t.changePassword}>
              <Password locale={locale} />
            </Panel>
            <Panel title={t.sessions}>
              <Sessions locale={locale} sessions={await sessionsOf(asked)} />
            </Panel>
            <Panel title={t.tokens}>
              <Tokens locale={locale} tokens={await tokensOf(user.id)} />
            </Panel>
            <Panel title={c.title}>
              <Calendars locale={locale} calendars={await calendarsOf(user.id)} />
            </Panel>
            <Panel title={t.exportAll}>
              <Export locale={locale} />
            </Panel>
            <Panel title={t.deleteAccount}>
              <DeleteAccount locale={locale} owner={user.id} />
            </Panel>
          </>
        ) : (
          <>
            <Notice title={user ? t.anonymous : t.signedOut}>
              <p>{user ? t.anonymousText : t.signedOutText}</p>
            </Notice>
            <div className="flex flex-wrap gap-3">
              <ButtonLink href={doorTo('sign-up', locale, '/settings')} look="primary">
                {t.signUp}
              </ButtonLink>
              <ButtonLink href={doorTo('sign-in', locale, '/settings')}>{t.signIn}</ButtonLink>
            </div>
            {user ? (
              <>
                <Panel title={c.title}>
                  <Calendars locale={locale} calendars={await calendarsOf(user.id)} />
                </Panel>
                <Panel title={t.exportAll}>
                  <Export locale={locale} />
                </Panel>
                <Panel title={t.deleteKept}>
                  <DeleteKept locale={locale} />
                </Panel>
              </>
            ) : null}
          </>
        )}
      </div>
    </PageBody>
  );
}

// A plain link: it leads to a file, which the browser keeps.
function Export({ locale }: { locale: Locale }) {
  const t = accountMessages[locale];
  return (
    <div className="flex flex-col items-start gap-4">
      <p className="text-ink-muted">{t.exportLead}</p>
      <a href="/api/v1/export" download="whetstone.json" className={buttonLook()}>
        <Download aria-hidden size={16} />
        {t.exportNow}
      </a>
    </div>
  );
}

async function sessionsOf(asked: Headers) {
  const { api } = site().auth(asked);
  const [current, sessions] = await Promise.all([
    api.getSession({ headers: asked, query: { disableRefresh: true } }),
    api.listSessions({ headers: asked }),
  ]);
  return sessions.map(({ token, userAgent, createdAt }) => ({
    token,
    userAgent: userAgent ?? null,
    createdAt: createdAt.toISOString(),
    current: token === current?.session.token,
  }));
}

async function tokensOf(userId: string) {
  const tokens = await listTokens(site().db, userId);
  return tokens.map(({ id, name, hint, lastUsedAt }) => ({
    id,
    name,
    hint,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }));
}

async function calendarsOf(userId: string) {
  const feeds = await listFeeds(site().db, userId);
  return feeds.map(({ id, hint, locale, lastUsedAt }) => ({
    id,
    hint,
    locale,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }));
}
