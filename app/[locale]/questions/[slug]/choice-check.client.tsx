'use client';

import { type FormEvent, useId, useState } from 'react';
import type { Locale } from '#judge/verdict.ts';
import { questionMessages } from '../../../_messages/questions.ts';
import { Button } from '../../../_ui/button.tsx';
import { classes } from '../../../_ui/classes.ts';
import { Html } from '../../../_ui/html.tsx';
import type { ChoiceView, OptionView } from '../check-view.ts';
import { gradeChoice } from '../grade-checks.ts';
import { Outcome } from './outcome.tsx';

type Props = { locale: Locale; check: ChoiceView; onRight: () => void };

export function ChoiceCheck({ locale, check, onRight }: Props) {
  const t = questionMessages[locale];
  const id = useId();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [state, setState] = useState<'open' | 'nothing-chosen' | 'checked'>('open');
  const right = check.options.every((option, index) => option.correct === chosen.has(index));
  const checked = state === 'checked';
  const { found, all, wrong } = gradeChoice(check.options, chosen);

  const choose = (index: number) => {
    setState('open');
    if (!check.multiple) setChosen(new Set([index]));
    else
      setChosen(
        new Set(chosen.has(index) ? [...chosen].filter((other) => other !== index) : [...chosen, index]),
      );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen.size === 0) return setState('nothing-chosen');
    setState('checked');
    if (right) onRight();
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <fieldset aria-describedby={`${id}-how`} className="flex flex-col gap-2">
        <legend className="float-left mb-1 w-full">
          <Html html={check.promptHtml} className="prose prose-small font-semibold" />
        </legend>
        <p id={`${id}-how`} className="text-ink-muted text-sm">
          {check.multiple ? t.chooseAll : t.chooseOne}
        </p>
        {check.options.map((option, index) => (
          <Option
            key={option.html}
            locale={locale}
            option={option}
            name={`${id}-option`}
            kind={check.multiple ? 'checkbox' : 'radio'}
            chosen={chosen.has(index)}
            checked={checked}
            onChoose={() => choose(index)}
          />
        ))}
      </fieldset>
      <div className="needs-script flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" look={checked && right ? 'quiet' : 'primary'}>
          {t.check}
        </Button>
        <div aria-live="polite">
          {checked ? <Outcome right={right}>{right ? t.allRight : t.notAllRight}</Outcome> : null}
          {checked && check.multiple && !right ? <p>{t.partly(found, all, wrong)}</p> : null}
          {state === 'nothing-chosen' ? <p className="text-ink-muted">{t.chooseFirst}</p> : null}
        </div>
      </div>
    </form>
  );
}

type OptionProps = {
  locale: Locale;
  option: OptionView;
  name: string;
  kind: 'checkbox' | 'radio';
  chosen: boolean;
  checked: boolean;
  onChoose: () => void;
};

function Option({ locale, option, name, kind, chosen, checked, onChoose }: OptionProps) {
  const t = questionMessages[locale];
  const feedback = useId();
  return (
    <div
      className={classes(
        'rounded border',
        checked && option.correct ? 'border-pass/50' : checked && chosen ? 'border-fail/50' : 'border-line',
      )}
    >
      <label className="flex cursor-pointer gap-3 rounded px-3 py-2 hover:bg-sunken">
        <input
          type={kind}
          name={name}
          checked={chosen}
          onChange={onChoose}
          aria-describedby={checked ? feedback : undefined}
          className="mt-1 size-4.5 shrink-0 accent-accent"
        />
        <Html inline html={option.html} className="prose prose-small min-w-0" />
      </label>
      <div id={feedback} className={classes('awaits-script px-3 pb-3 pl-10.5', !checked && 'hidden')}>
        <span className={classes('font-semibold text-sm', option.correct ? 'text-pass' : 'text-fail')}>
          {option.correct ? `✓ ${t.rightOption}` : `✗ ${t.wrongOption}`}
        </span>
        <Html html={option.feedbackHtml} className="prose prose-small" />
      </div>
    </div>
  );
}
