'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { accountMessages } from '#app/_messages/accounts.ts';
import { authClient, faultOf } from '#app/_session/auth-client.ts';
import { Button } from '#app/_ui/button.tsx';
import { Field, Input } from '#app/_ui/field.tsx';
import type { Locale } from '#judge/verdict.ts';

export function Profile({ locale, name, email }: { locale: Locale; name: string; email: string }) {
  const t = accountMessages[locale];
  const router = useRouter();
  const [told, setTold] = useState('');

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const chosen = String(new FormData(event.currentTarget).get('name') ?? '').trim();
    if (chosen === '') {
      setTold(t.faults.name);
      return;
    }
    const failed = await faultOf(authClient.updateUser({ name: chosen }));
    setTold(failed === null ? t.saved : t.faults[failed === 'offline' ? failed : 'other']);
    router.refresh();
  }

  return (
    <form onSubmit={save} className="flex flex-col gap-4">
      <p className="text-ink-muted">{email}</p>
      <Field id="profile-name" label={t.name}>
        <Input id="profile-name" name="name" defaultValue={name} autoComplete="nickname" maxLength={80} />
      </Field>
      <div className="flex items-center gap-4">
        <Button type="submit">{t.save}</Button>
        <p aria-live="polite" className="text-ink-muted">
          {told}
        </p>
      </div>
    </form>
  );
}
