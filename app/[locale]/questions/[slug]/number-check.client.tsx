'use client';

import { type FormEvent, useId, useState } from 'react';
import { parseNumber } from '#content/parse-number.ts';
import type { Locale } from '#judge/verdict.ts';
import { questionMessages } from '../../../_messages/questions.ts';
import { Button } from '../../../_ui/button.tsx';
import { Input } from '../../../_ui/field.tsx';
import { Html } from '../../../_ui/html.tsx';
import type { NumberView } from '../check-view.ts';
import { Outcome } from './outcome.tsx';

type Props = { locale: Locale; check: NumberView; onRight: () => void };

export function NumberCheck({ locale, check, onRight }: Props) {
  const t = questionMessages[locale];
  const id = useId();
  const [text, setText] = useState('');
  const [state, setState] = useState<'open' | 'no-number' | 'right' | 'wrong'>('open');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const given = parseNumber(text);
    if (given === undefined) return setState('no-number');
    const right = Math.abs(given - check.answer) <= check.tolerance;
    setState(right ? 'right' : 'wrong');
    if (right) onRight();
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <Html id={`${id}-prompt`} html={check.promptHtml} className="prose prose-small font-semibold" />
      <div className="needs-script flex flex-wrap items-center gap-2">
        <label htmlFor={`${id}-answer`} className="sr-only">
          {t.yourAnswer}
        </label>
        <Input
          id={`${id}-answer`}
          aria-describedby={`${id}-prompt`}
          aria-invalid={state === 'no-number'}
          inputMode="decimal"
          autoComplete="off"
          value={text}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
            setState('open');
          }}
          className="w-40 tabular-nums"
        />
        {check.unit === '' ? null : <span className="text-ink-muted">{check.unit}</span>}
        <Button type="submit" look={state === 'right' ? 'quiet' : 'primary'}>
          {t.check}
        </Button>
      </div>
      <div aria-live="polite" className="needs-script flex flex-col gap-1 empty:hidden">
        {state === 'no-number' ? (
          <p className="break-words text-ink-muted">
            {text.trim() === '' ? t.numberFirst : t.noNumber(text.trim())}
          </p>
        ) : null}
        {state === 'right' || state === 'wrong' ? (
          <>
            <Outcome right={state === 'right'}>{state === 'right' ? t.right : t.wrong}</Outcome>
            <Html
              html={state === 'right' ? check.rightHtml : check.wrongHtml}
              className="prose prose-small"
            />
          </>
        ) : null}
      </div>
    </form>
  );
}
