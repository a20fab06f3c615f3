'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { rejudgingMessages } from '#app/_messages/rejudgings.ts';
import { Button, ButtonLink } from '#app/_ui/button.tsx';
import { describedBy, Field, Textarea } from '#app/_ui/field.tsx';
import { Notice } from '#app/_ui/notice.tsx';
import type { Locale } from '#judge/verdict.ts';
import { ChoiceFields } from './choice-fields.tsx';
import { readChoice } from './read-choice.ts';
import { type ChoosableProblem, type Fault, post } from './rejudging-client.ts';
import { useCount } from './use-count.client.ts';

type Props = {
  locale: Locale;
  problems: ChoosableProblem[];
  /** Chosen already by the link that led here. */
  problem: string | undefined;
  submission: string | undefined;
};

/** Chooses submissions and says how many those are before anything happens. */
export function ChooseForm({ locale, problems, problem, submission }: Props) {
  const t = rejudgingMessages[locale];
  const router = useRouter();
  const [choice, setChoice] = useState(() => readChoice({ problem, submission }));
  const { count, faults: countFaults } = useCount(choice, locale);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<{ message: string; fields: Fault[] } | null>(null);

  function read(event: FormEvent<HTMLFormElement>) {
    const data = new FormData(event.currentTarget);
    const says = { ...Object.fromEntries(data), verdicts: data.getAll('verdict') };
    setChoice(readChoice({ ...says, submission }));
  }
  async function start(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    setBusy(true);
    const body = { choice, to: data.get('to'), reason: data.get('reason') };
    const reply = await post<{ id: string }>('', body, { locale });
    if (reply?.kind === 'done') {
      router.push(`/${locale}/rejudgings/${reply.answer.id}`);
      return;
    }
    setBusy(false);
    setRefused(reply ?? { message: t.failed, fields: [] });
  }

  const faultOf = (path: string) =>
    [...(refused?.fields ?? []), ...countFaults].find(
      (fault) => fault.path === path || fault.path === `choice.${path}`,
    )?.message;
  const general =
    refused &&
    (refused.fields.find(({ path }) => path === '' || path === 'choice')?.message ?? refused.message);
  return (
    <form method="post" onSubmit={start} onChange={read} className="flex flex-col gap-4">
      <p className="text-ink-muted text-sm">{t.chooseLead}</p>
      {submission ? (
        <div className="rounded border border-line bg-sunken px-3 py-2 text-sm">
          <p>
            {t.onlySubmission} <code className="break-all">{submission}</code>
          </p>
          <ButtonLink className="mt-2" size="small" href={`/${locale}/rejudgings`}>
            {t.takeAway}
          </ButtonLink>
        </div>
      ) : (
        <ChoiceFields
          locale={locale}
          problems={problems}
          problem={problem}
          chosen={choice.problem}
          userFault={faultOf('user')}
        />
      )}
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-1 font-semibold">{t.to}</legend>
        {(['current', 'same'] as const).map((target) => (
          <label key={target} className="flex items-center gap-2">
            <input type="radio" name="to" value={target} defaultChecked={target === 'current'} />
            {t.targets[target]}
          </label>
        ))}
      </fieldset>
      <Field id="reason" label={t.reason} hint={t.reasonHint} error={faultOf('reason')}>
        <Textarea
          id="reason"
          name="reason"
          required
          maxLength={500}
          rows={2}
          {...describedBy('reason', { hint: true, error: faultOf('reason') !== undefined })}
        />
      </Field>
      <div aria-live="polite" className="flex flex-col gap-3">
        <p className="font-semibold tabular-nums">
          {count === 'none-asked'
            ? t.noChoice
            : count === 'counting'
              ? t.counting
              : count === 'failed'
                ? t.failed
                : t.count(count)}
        </p>
        {general ? <Notice kind="fail" title={general} /> : null}
      </div>
      <Button type="submit" look="primary" disabled={busy || typeof count !== 'number' || count === 0}>
        {busy ? t.working : t.start(typeof count === 'number' ? count : 0)}
      </Button>
    </form>
  );
}
