'use client';

import { type FormEvent, useState } from 'react';
import { accountMessages } from '#app/_messages/accounts.ts';
import { Button } from '#app/_ui/button.tsx';
import { describedBy, Field, Input } from '#app/_ui/field.tsx';
import type { Locale } from '#judge/verdict.ts';
import { useDeletion } from './use-deletion.client.ts';

/** Asks for the password, since nothing brings the account back. */
export function DeleteAccount({ locale, owner }: { locale: Locale; owner: string }) {
  const t = accountMessages[locale];
  const remove = useDeletion({ locale, owner });
  const [fault, setFault] = useState('');

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get('password') ?? '');
    const told = { done: '', 'wrong-password': t.deleteWrong, failed: t.deleteFailed };
    setFault(told[await remove(password)]);
  }

  return (
    // Never a password in an address, also where the script is not there yet.
    <form method="post" onSubmit={submit} className="flex flex-col gap-4">
      <p className="text-ink-muted">{t.deleteLead}</p>
      <Field id="delete-password" label={t.deleteConfirm} error={fault}>
        <Input
          id="delete-password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          {...describedBy('delete-password', { error: fault !== '' })}
        />
      </Field>
      <div>
        <Button type="submit" look="danger">
          {t.deleteNow}
        </Button>
      </div>
    </form>
  );
}
