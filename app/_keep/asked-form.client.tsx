'use client';

import { type FormEvent, useId, useState } from 'react';
import type { Locale } from '#judge/verdict.ts';
import { keepMessages } from '../_messages/keep.ts';
import { isInReach } from '../_practice/calendar.ts';
import { Button } from '../_ui/button.tsx';
import { describedBy, Field, Input } from '../_ui/field.tsx';
import type { AskedLine } from './kept.ts';

type Facts = Omit<AskedLine, 'id'>;
type Props = {
  locale: Locale;
  /** What is edited; undefined for a new one. */
  line: AskedLine | undefined;
  /** What was written and is not saved yet. */
  draft: Facts | undefined;
  onWrite: (facts: Facts) => void;
  /** False where it could not be saved. */
  onSave: (facts: Facts) => Promise<boolean>;
  onCancel: () => void;
};

/** When one was asked, and, if one likes, for which role and by whom. */
export function AskedForm({ locale, line, draft, onWrite, onSave, onCancel }: Props) {
  const t = keepMessages[locale];
  const id = useId();
  const [fault, setFault] = useState<'noDate' | 'failed' | null>(null);
  const [busy, setBusy] = useState(false);

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const facts = factsOf(event.currentTarget);
    setFault(isInReach(facts.askedOn) ? null : 'noDate');
    if (!isInReach(facts.askedOn)) return;
    setBusy(true);
    if (await onSave(facts)) return;
    setBusy(false);
    setFault('failed');
  }

  const optional = (label: string) => (
    <>
      {label} <span className="font-normal text-ink-muted">{t.optional}</span>
    </>
  );
  const missing = fault === 'noDate';
  const begun = draft ?? line;
  return (
    <form
      onSubmit={save}
      onInput={({ currentTarget }) => onWrite(factsOf(currentTarget))}
      noValidate
      aria-label={t.asked}
      className="grid w-full gap-3 rounded border border-line bg-sunken p-3 sm:grid-cols-[auto_1fr_1fr]"
    >
      <Field id={`${id}when`} label={t.when} error={missing ? t.noDate : undefined}>
        <Input
          id={`${id}when`}
          name="askedOn"
          type="date"
          defaultValue={begun?.askedOn ?? today()}
          {...describedBy(`${id}when`, { error: missing })}
        />
      </Field>
      <Field id={`${id}role`} label={optional(t.role)}>
        <Input id={`${id}role`} name="role" maxLength={120} defaultValue={begun?.role ?? ''} />
      </Field>
      <Field id={`${id}company`} label={optional(t.company)}>
        <Input
          id={`${id}company`}
          name="company"
          maxLength={120}
          autoComplete="organization"
          defaultValue={begun?.company ?? ''}
        />
      </Field>
      <div className="flex flex-wrap items-center gap-2 sm:col-span-3">
        <Button type="submit" size="small" disabled={busy}>
          {t.save}
        </Button>
        <Button size="small" look="plain" onClick={onCancel}>
          {t.cancel}
        </Button>
        <p role="alert" className="text-fail text-sm empty:hidden">
          {fault === 'failed' ? t.failed : ''}
        </p>
      </div>
    </form>
  );
}

function factsOf(form: HTMLFormElement): Facts {
  const data = new FormData(form);
  const read = (name: string) => String(data.get(name) ?? '').trim();
  return { askedOn: read('askedOn'), role: read('role'), company: read('company') };
}

/** By the clock on this wall. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
