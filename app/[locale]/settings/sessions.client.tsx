'use client';

import { useRouter } from 'next/navigation';
import { accountMessages } from '#app/_messages/accounts.ts';
import { authClient } from '#app/_session/auth-client.ts';
import { rememberTeaching } from '#app/_session/teaching.ts';
import { Button } from '#app/_ui/button.tsx';
import { Moment } from '#app/_ui/moment.tsx';
import type { Locale } from '#judge/verdict.ts';
import { forgetStanding } from '../kept-standing.ts';
import { forgetQueue } from '../practice/kept-queue.ts';

type Session = { token: string; userAgent: string | null; createdAt: string; current: boolean };

export function Sessions({ locale, sessions }: { locale: Locale; sessions: Session[] }) {
  const t = accountMessages[locale];
  const router = useRouter();

  async function revoke(token: string) {
    await authClient.revokeSession({ token });
    router.refresh();
  }
  async function signOut() {
    await authClient.signOut();
    rememberTeaching(false);
    forgetQueue();
    forgetStanding();
    router.push(`/${locale}`);
    router.refresh();
  }
  async function signOutElsewhere() {
    await authClient.revokeOtherSessions();
    router.refresh();
  }

  return (
    <div className="flex flex-col gap-4">
      <p className="text-ink-muted">{t.sessionsLead}</p>
      <ul className="divide-y divide-line">
        {sessions.map((session) => (
          <li key={session.token} className="flex items-center gap-4 py-2">
            <div className="min-w-0 grow">
              <p className="truncate">{deviceOf(session.userAgent) ?? t.unknownDevice}</p>
              <p className="text-ink-muted text-sm">
                {t.since} <Moment locale={locale} at={session.createdAt} />
              </p>
            </div>
            {session.current ? (
              <span className="text-ink-muted text-sm">{t.thisSession}</span>
            ) : (
              <Button size="small" onClick={() => revoke(session.token)}>
                {t.revoke}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        <Button onClick={signOut}>{t.signOut}</Button>
        {sessions.length > 1 ? <Button onClick={signOutElsewhere}>{t.signOutEverywhere}</Button> : null}
      </div>
    </div>
  );
}

/** Browser and system, as far as a user agent tells. */
function deviceOf(userAgent: string | null): string | undefined {
  const browser = /(Firefox|Edg|Chrome|Safari)\/\d+/.exec(userAgent ?? '')?.[1];
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(userAgent ?? '')?.[1];
  return [browser, system].filter(Boolean).join(' · ') || undefined;
}
