'use client';

import { type FormEvent, useState } from 'react';
import { accountMessages } from '#app/_messages/accounts.ts';
import { authClient, faultOf } from '#app/_session/auth-client.ts';
import { Button } from '#app/_ui/button.tsx';
import { Field, Input } from '#app/_ui/field.tsx';
import type { Locale } from '#judge/verdict.ts';

const minPassword = 10;

/** A new password signs out every other session. */
export function Password({ locale }: { locale: Locale }) {
  const t = accountMessages[locale];
  const [told, setTold] = useState('');
  const [fault, setFault] = useState('');

  async function change(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const newPassword = String(data.get('new') ?? '');
    setTold('');
    setFault(newPassword.length < minPassword ? t.faults.password : '');
    if (newPassword.length < minPassword) return;
    const currentPassword = String(data.get('current') ?? '');
    const failed = await faultOf(
      authClient.changePassword({ currentPassword, newPassword, revokeOtherSessions: true }),
    );
    if (failed === null) {
      setTold(t.passwordChanged);
      form.reset();
    } else setTold(failed === 'wrong-password' ? t.passwordWrong : t.faults[failed]);
  }

  return (
    // Never a password in an address, also where the script is not there yet.
    <form method="post" onSubmit={change} className="flex flex-col gap-4">
      <Field id="current-password" label={t.currentPassword}>
        <Input id="current-password" name="current" type="password" autoComplete="current-password" />
      </Field>
      <Field id="new-password" label={t.newPassword} hint={t.passwordHint} error={fault}>
        <Input id="new-password" name="new" type="password" autoComplete="new-password" />
      </Field>
      <div className="flex items-center gap-4">
        <Button type="submit">{t.changePassword}</Button>
        <p aria-live="polite" className="text-ink-muted">
          {told}
        </p>
      </div>
    </form>
  );
}
