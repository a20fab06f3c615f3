'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { forgetNoteDrafts } from '#app/_keep/note-draft.ts';
import { accountMessages } from '#app/_messages/accounts.ts';
import { authClient } from '#app/_session/auth-client.ts';
import { rememberTeaching } from '#app/_session/teaching.ts';
import { Button } from '#app/_ui/button.tsx';
import { Field, Input } from '#app/_ui/field.tsx';
import type { Locale } from '#judge/verdict.ts';
import { forgetQueue } from '../practice/kept-queue.ts';

/** Asks for the password, since nothing brings the account back. */
export function DeleteAccount({ locale }: { locale: Locale }) {
  const t = accountMessages[locale];
  const router = useRouter();
  const [fault, setFault] = useState('');

  async function remove(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get('password') ?? '');
    const { error } = await authClient.deleteUser({ password });
    setFault(error ? t.passwordWrong : '');
    if (!error) {
      rememberTeaching(false);
      forgetNoteDrafts();
      forgetQueue();
      router.push(`/${locale}`);
      router.refresh();
    }
  }

  return (
    <form onSubmit={remove} className="flex flex-col gap-4">
      <p className="text-ink-muted">{t.deleteLead}</p>
      <Field id="delete-password" label={t.deleteConfirm} error={fault}>
        <Input
          id="delete-password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
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
