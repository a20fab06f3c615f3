'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { accountMessages } from '#app/_messages/accounts.ts';
import { calendarPageMessages } from '#app/_messages/calendars.ts';
import { Button } from '#app/_ui/button.tsx';
import { Field, Input } from '#app/_ui/field.tsx';
import { languageTags } from '#app/_ui/languages.ts';
import { Moment } from '#app/_ui/moment.tsx';
import { Notice } from '#app/_ui/notice.tsx';
import type { Locale } from '#judge/verdict.ts';

type Calendar = { id: string; hint: string; locale: string; lastUsedAt: string | null };

/** Addresses at which calendars read what is due: made, shown once, revoked. */
export function Calendars({ locale, calendars }: { locale: Locale; calendars: Calendar[] }) {
  const t = calendarPageMessages[locale];
  const { copy: copyLabel, copied: copiedLabel, revoke: revokeLabel } = accountMessages[locale];
  const router = useRouter();
  const [made, setMade] = useState('');
  const [fault, setFault] = useState('');
  const [copied, setCopied] = useState(false);

  async function call(method: 'POST' | 'DELETE', path: string): Promise<Response | undefined> {
    try {
      return await fetch(path, {
        method,
        headers: { 'content-type': 'application/json', 'accept-language': languageTags[locale] },
        ...(method === 'POST' && { body: JSON.stringify({ locale }) }),
      });
    } catch {
      return undefined;
    }
  }
  async function make() {
    const answer = await call('POST', '/api/v1/calendars');
    const body = (await answer?.json()) as { url?: string; error?: { message: string } } | undefined;
    setMade(body?.url ?? '');
    setFault(body?.url ? '' : (body?.error?.message ?? t.failed));
    setCopied(false);
    router.refresh();
  }
  async function revoke(id: string) {
    setFault((await call('DELETE', `/api/v1/calendars/${id}`))?.ok ? '' : t.failed);
    setMade('');
    router.refresh();
  }
  async function copy() {
    await navigator.clipboard.writeText(made);
    setCopied(true);
  }

  return (
    <div id="calendar" className="flex flex-col gap-4">
      <p className="text-ink-muted">{t.lead}</p>
      {calendars.length === 0 ? <p className="text-ink-muted">{t.none}</p> : null}
      <ul aria-label={t.title} className="divide-y divide-line empty:hidden">
        {calendars.map(({ id, hint, locale: language, lastUsedAt }) => (
          <li key={id} className="flex items-center gap-4 py-2">
            <div className="min-w-0 grow">
              <p className="truncate">
                <code>{hint}…</code> {t.language[language === 'zh' ? 'zh' : 'en']}
              </p>
              <p className="text-ink-muted text-sm">
                {lastUsedAt ? (
                  <Moment locale={locale} at={lastUsedAt} say={(date) => `${t.lastUsed} ${date}`} />
                ) : (
                  t.neverUsed
                )}
              </p>
            </div>
            <Button size="small" onClick={() => void revoke(id)}>
              {revokeLabel}
            </Button>
          </li>
        ))}
      </ul>
      <div aria-live="polite">
        {made ? (
          <Notice kind="pass" title={t.made}>
            <div className="mt-2 flex flex-wrap items-end gap-2">
              <div className="min-w-0 grow">
                <Field id="calendar-address" label={t.address}>
                  <Input
                    id="calendar-address"
                    readOnly
                    value={made}
                    onFocus={({ currentTarget }) => currentTarget.select()}
                    className="w-full font-mono text-sm"
                  />
                </Field>
              </div>
              <Button onClick={() => void copy()}>{copied ? copiedLabel : copyLabel}</Button>
            </div>
          </Notice>
        ) : null}
        <p className="text-fail text-sm empty:hidden">{fault}</p>
      </div>
      <div>
        <Button onClick={() => void make()}>{t.make}</Button>
      </div>
    </div>
  );
}
