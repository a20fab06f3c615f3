'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { accountMessages } from '#app/_messages/accounts.ts';
import { Button } from '#app/_ui/button.tsx';
import { Field, Input } from '#app/_ui/field.tsx';
import { languageTags } from '#app/_ui/languages.ts';
import { Moment } from '#app/_ui/moment.tsx';
import { Notice } from '#app/_ui/notice.tsx';
import type { Locale } from '#judge/verdict.ts';

type Token = { id: string; name: string; hint: string; lastUsedAt: string | null };

export function Tokens({ locale, tokens }: { locale: Locale; tokens: Token[] }) {
  const t = accountMessages[locale];
  const router = useRouter();
  const [made, setMade] = useState('');
  const [fault, setFault] = useState('');
  const [copied, setCopied] = useState(false);

  async function call(method: 'POST' | 'DELETE', path: string, body?: object): Promise<Response | undefined> {
    try {
      return await fetch(`/api/v1/tokens${path}`, {
        method,
        headers: { 'content-type': 'application/json', 'accept-language': languageTags[locale] },
        ...(body && { body: JSON.stringify(body) }),
      });
    } catch {
      return undefined;
    }
  }
  async function make(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const name = new FormData(form).get('name');
    const answer = await call('POST', '', { name });
    const body = (await answer?.json().catch(() => undefined)) as
      | { token?: string; error?: { message: string } }
      | undefined;
    setMade(body?.token ?? '');
    setFault(body?.token ? '' : (body?.error?.message ?? t.faults[answer ? 'other' : 'offline']));
    setCopied(false);
    if (body?.token) form.reset();
    router.refresh();
  }
  async function revoke(id: string) {
    const answer = await call('DELETE', `/${id}`);
    setFault(answer?.ok ? '' : t.faults[answer ? 'other' : 'offline']);
    router.refresh();
  }
  async function copy() {
    await navigator.clipboard.writeText(made);
    setCopied(true);
  }

  return (
    <div className="flex flex-col gap-4">
      <p className="text-ink-muted">{t.tokensLead}</p>
      {tokens.length === 0 ? <p className="text-ink-muted">{t.noTokens}</p> : null}
      <ul className="divide-y divide-line">
        {tokens.map(({ id, name, hint, lastUsedAt }) => (
          <li key={id} className="flex items-center gap-4 py-2">
            <div className="min-w-0 grow">
              <p className="truncate">{name}</p>
              <p className="text-ink-muted text-sm">
                <code>{hint}…</code> ·{' '}
                {lastUsedAt ? (
                  <Moment locale={locale} at={lastUsedAt} say={(date) => `${t.lastUsed} ${date}`} />
                ) : (
                  t.neverUsed
                )}
              </p>
            </div>
            <Button size="small" onClick={() => revoke(id)}>
              {t.revoke}
            </Button>
          </li>
        ))}
      </ul>
      <div aria-live="polite">
        {made ? (
          <Notice kind="pass" title={t.tokenMade}>
            <div className="mt-2 flex flex-wrap items-center gap-3">
              <code className="min-w-0 break-all">{made}</code>
              <Button size="small" onClick={copy}>
                {copied ? t.copied : t.copy}
              </Button>
            </div>
          </Notice>
        ) : null}
      </div>
      <form onSubmit={make} className="flex flex-col gap-3">
        <Field id="token-name" label={t.tokenName} error={fault}>
          <Input id="token-name" name="name" maxLength={80} required />
        </Field>
        <div>
          <Button type="submit">{t.makeToken}</Button>
        </div>
      </form>
    </div>
  );
}
