'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import type { Locale } from '#judge/verdict.ts';
import { accountMessages } from '../_messages/accounts.ts';
import { Button } from '../_ui/button.tsx';
import { describedBy, Field, Input } from '../_ui/field.tsx';
import { Notice } from '../_ui/notice.tsx';
import { forgetStanding } from '../[locale]/kept-standing.ts';
import { forgetQueue } from '../[locale]/practice/kept-queue.ts';
import { authClient } from './auth-client.ts';
import { rememberTeaching } from './teaching.ts';

type Fault = keyof (typeof accountMessages)['en']['faults'];
type Faults = Partial<Record<'name' | 'email' | 'password' | 'form', Fault>>;

const minPassword = 10;

/** Sign in, or sign up where a name is asked for too. Whoever worked anonymously keeps their work. */
export function CredentialsForm({
  locale,
  act,
  next,
}: {
  locale: Locale;
  act: 'sign-in' | 'sign-up';
  next: string;
}) {
  const t = accountMessages[locale];
  const router = useRouter();
  const [faults, setFaults] = useState<Faults>({});
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const form = event.currentTarget;
    const given = read(form);
    const refuse = (found: Faults, at = Object.keys(found)[0]) => {
      setFaults(found);
      form.querySelector<HTMLInputElement>(`#${at}`)?.focus();
    };
    const found = faultsOf(given, act);
    if (Object.keys(found).length > 0) {
      refuse(found);
      return;
    }
    setBusy(true);
    const fault = await send(given, act);
    setBusy(false);
    if (fault === 'taken') refuse({ email: fault });
    else if (fault === 'invalid') refuse({ form: fault }, 'password');
    else setFaults(fault ? { form: fault } : {});
    if (!fault) {
      // Going back leads to where one came from, not to this form.
      router.replace(next);
      router.refresh();
    }
  }

  const fault = (name: 'name' | 'email' | 'password') => (faults[name] ? t.faults[faults[name]] : undefined);
  return (
    <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-5">
      <div aria-live="polite" className="empty:hidden">
        {faults.form ? <Notice kind="fail" title={t.faults[faults.form]} /> : null}
      </div>
      {act === 'sign-up' ? (
        <Field id="name" label={t.name} error={fault('name')}>
          <Input
            id="name"
            name="name"
            autoComplete="nickname"
            maxLength={80}
            {...describedBy('name', { error: Boolean(faults.name) })}
          />
        </Field>
      ) : null}
      <Field id="email" label={t.email} error={fault('email')}>
        <Input
          id="email"
          name="email"
          type="email"
          inputMode="email"
          autoComplete="username"
          {...describedBy('email', { error: Boolean(faults.email) })}
        />
      </Field>
      <Field
        id="password"
        label={t.password}
        hint={act === 'sign-up' ? t.passwordHint : undefined}
        error={fault('password')}
      >
        <Input
          id="password"
          name="password"
          type="password"
          autoComplete={act === 'sign-up' ? 'new-password' : 'current-password'}
          {...describedBy('password', { hint: act === 'sign-up', error: Boolean(faults.password) })}
        />
      </Field>
      {/* Not disabled meanwhile, which would take the focus: `submit` refuses to send twice. */}
      <Button type="submit" look="primary" aria-disabled={busy || undefined}>
        {busy ? t.working : act === 'sign-up' ? t.signUp : t.signIn}
      </Button>
    </form>
  );
}

type Given = { name: string; email: string; password: string };

function read(form: HTMLFormElement): Given {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? '');
  return { name: text('name').trim(), email: text('email').trim(), password: text('password') };
}

function faultsOf({ name, email, password }: Given, act: 'sign-in' | 'sign-up'): Faults {
  return {
    ...(act === 'sign-up' && name === '' && { name: 'name' as const }),
    ...(!/^\S+@\S+\.\S+$/.test(email) && { email: 'email' as const }),
    ...(password.length < (act === 'sign-up' ? minPassword : 1) && { password: 'password' as const }),
  };
}

function teaches(user: object | undefined): boolean {
  return user !== undefined && 'role' in user && (user.role === 'instructor' || user.role === 'admin');
}

async function send(
  { name, email, password }: Given,
  act: 'sign-in' | 'sign-up',
): Promise<Fault | undefined> {
  try {
    const { data, error } =
      act === 'sign-up'
        ? await authClient.signUp.email({ name, email, password })
        : await authClient.signIn.email({ email, password });
    if (!error) {
      rememberTeaching(teaches(data?.user));
      // What was due and done was that of whoever was here before.
      forgetQueue();
      forgetStanding();
      return undefined;
    }
    if (error.status === 429) return 'limited';
    if (error.code?.startsWith('USER_ALREADY_EXISTS')) return 'taken';
    return error.status === 401 || error.status === 403 ? 'invalid' : 'other';
  } catch {
    return 'offline';
  }
}
