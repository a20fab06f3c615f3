'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { accountMessages } from '#app/_messages/accounts.ts';
import { authClient, faultOf } from '#app/_session/auth-client.ts';
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

  const [fault, setFault] = useState('');

  async function ask(act: Parameters<typeof faultOf>[0]): Promise<boolean> {
    const failed = await faultOf(act);
    setFault(failed === null ? '' : t.faults[failed === 'offline' ? failed : 'other']);
    router.refresh();
    return failed === null;
  }
  async function signOut() {
    if (!(await ask(authClient.signOut()))) return;
    rememberTeaching(false);
    forgetQueue();
    forgetStanding();
    router.push(`/${locale}`);
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
              <Button
                size="small"
                onClick={() => void ask(authClient.revokeSession({ token: session.token }))}
              >
                {t.revoke}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        <Button onClick={() => void signOut()}>{t.signOut}</Button>
        {sessions.length > 1 ? (
          <Button onClick={() => void ask(authClient.revokeOtherSessions())}>{t.signOutEverywhere}</Button>
        ) : null}
      </div>
      <p aria-live="assertive" className="text-fail text-sm empty:hidden">
        {fault}
      </p>
    </div>
  );
}

/** Browser and system, as far as a user agent tells. */
function deviceOf(userAgent: string | null): string | undefined {
  const browser = /(Firefox|Edg|Chrome|Safari)\/\d+/.exec(userAgent ?? '')?.[1];
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(userAgent ?? '')?.[1];
  return [browser, system].filter(Boolean).join(' · ') || undefined;
}
