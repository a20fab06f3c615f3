'use client';

import { type FormEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { gradeQuantity, parseQuantity, type QuantityGrade } from '#content/quantity.ts';
import type { Locale } from '#judge/verdict.ts';
import { questionMessages } from '../../../_messages/questions.ts';
import { Button } from '../../../_ui/button.tsx';
import { Input } from '../../../_ui/field.tsx';
import { Outcome } from './outcome.tsx';
import { hintOfQuantity, isJudged, tellQuantity } from './tell-quantity.ts';

type Props = {
  locale: Locale;
  /** The id of what is asked. */
  promptId: string;
  /** A number with its unit, and the share of it that is let pass. */
  asked: { answer: string; tolerance: number };
  /** Begin here: what stood here before had the focus. */
  focusFirst?: boolean;
  /** What the feedback says beside what was wrong. */
  explain: (grade: QuantityGrade) => ReactNode;
  onGrade: (grade: QuantityGrade) => void;
  /** Beside the button. */
  children?: ReactNode;
};

/** A field for a number with its unit, and what is right or wrong with it. */
export function QuantityField({ locale, promptId, asked, focusFirst, explain, onGrade, children }: Props) {
  const t = questionMessages[locale];
  const id = useId();
  const [text, setText] = useState('');
  const [grade, setGrade] = useState<QuantityGrade | undefined>(undefined);
  const field = useRef<HTMLInputElement>(null);
  // Who asked for other numbers by key or voice hears them as this field's description.
  useLayoutEffect(() => {
    if (focusFirst) field.current?.focus();
  }, [focusFirst]);
  const answer = parseQuantity(asked.answer);
  if (answer === undefined) return null;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const graded = gradeQuantity(text, answer, asked.tolerance);
    setGrade(graded);
    onGrade(graded);
  };
  const right = grade?.kind === 'right';
  return (
    <form onSubmit={submit} className="needs-script flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <label htmlFor={id} className="sr-only">
          {t.yourAnswer}
        </label>
        <Input
          ref={field}
          id={id}
          aria-describedby={`${promptId} ${id}-hint`}
          aria-invalid={grade !== undefined && !isJudged(grade)}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={text}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
            setGrade(undefined);
          }}
          className="w-48 tabular-nums"
        />
        <Button type="submit" look={right ? 'quiet' : 'primary'}>
          {t.check}
        </Button>
        {children}
      </div>
      <p id={`${id}-hint`} className="text-ink-muted text-sm">
        {hintOfQuantity(locale, answer)}
      </p>
      <div aria-live="polite" className="flex flex-col gap-1 empty:hidden">
        {grade === undefined ? null : isJudged(grade) ? (
          <>
            <Outcome right={right}>{right ? t.right : t.wrong}</Outcome>
            <p className="empty:hidden">{tellQuantity(locale, grade, answer)}</p>
            {explain(grade)}
          </>
        ) : (
          <p className="text-ink-muted">{tellQuantity(locale, grade, answer)}</p>
        )}
      </div>
    </form>
  );
}
