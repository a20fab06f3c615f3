'use client';

import { type FormEvent, useId, useState } from 'react';
import type { Locale } from '#judge/verdict.ts';
import { checkMessages } from '../../../_messages/checks.ts';
import { questionMessages } from '../../../_messages/questions.ts';
import { Button } from '../../../_ui/button.tsx';
import { classes } from '../../../_ui/classes.ts';
import { Select } from '../../../_ui/field.tsx';
import { Html } from '../../../_ui/html.tsx';
import type { MatchView, PairView } from '../check-view.ts';
import { Outcome } from './outcome.tsx';
import { Solution } from './solution.tsx';

type Props = { locale: Locale; check: MatchView; onRight: () => void };

/** Something to choose for each row: the same by mouse, touch, keys and voice. */
export function MatchCheck({ locale, check, onRight }: Props) {
  const t = checkMessages[locale];
  const id = useId();
  const [chosen, setChosen] = useState<readonly string[]>(check.pairs.map(() => ''));
  const [state, setState] = useState<'open' | 'incomplete' | 'checked'>('open');
  const { pairs, partners } = check;
  const right = pairs.filter((pair, index) => pair.right === chosen[index]).length;
  const checked = state === 'checked';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen.includes('')) return setState('incomplete');
    setState('checked');
    if (right === pairs.length) onRight();
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <fieldset aria-describedby={`${id}-how`} className="flex min-w-0 flex-col gap-2">
        <legend className="float-left mb-1 w-full">
          <Html html={check.promptHtml} className="prose prose-small font-semibold" />
        </legend>
        <p id={`${id}-how`} className="text-ink-muted text-sm">
          {partners.length < pairs.length ? t.matchHow : t.matchOnce}
        </p>
        {pairs.map((pair, index) => (
          <Row
            key={pair.leftHtml}
            locale={locale}
            pair={pair}
            partners={partners}
            chosen={chosen[index] ?? ''}
            checked={checked}
            onChoose={(partner) => {
              setChosen(chosen.with(index, partner));
              setState('open');
            }}
          />
        ))}
      </fieldset>
      <div className="needs-script flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" look={checked && right === pairs.length ? 'quiet' : 'primary'}>
          {questionMessages[locale].check}
        </Button>
        <div aria-live="polite">
          {checked ? (
            <Outcome right={right === pairs.length}>
              {right === pairs.length ? t.allMatch : t.someMatch(right, pairs.length)}
            </Outcome>
          ) : null}
          {state === 'incomplete' ? <p className="text-ink-muted">{t.chooseEach}</p> : null}
        </div>
      </div>
      <Solution label={t.solution}>
        {pairs.map(({ leftHtml, right: partner, feedbackHtml }) => (
          <div key={leftHtml}>
            <p className="font-semibold">
              <Html inline html={leftHtml} className="prose prose-small" /> → {partner}
            </p>
            <Html html={feedbackHtml} className="prose prose-small" />
          </div>
        ))}
      </Solution>
    </form>
  );
}

type RowProps = {
  locale: Locale;
  pair: PairView;
  partners: readonly string[];
  chosen: string;
  checked: boolean;
  onChoose: (partner: string) => void;
};

function Row({ locale, pair, partners, chosen, checked, onChoose }: RowProps) {
  const t = checkMessages[locale];
  const id = useId();
  const right = pair.right === chosen;
  return (
    <div
      className={classes(
        'rounded border p-3',
        checked ? (right ? 'border-pass/50' : 'border-fail/50') : 'border-line',
      )}
    >
      <div className="grid items-center gap-x-4 gap-y-2 sm:grid-cols-2">
        <label htmlFor={id} className="min-w-0">
          <Html inline html={pair.leftHtml} className="prose prose-small" />
        </label>
        <Select
          id={id}
          value={chosen}
          onChange={({ currentTarget }) => onChoose(currentTarget.value)}
          aria-describedby={checked ? `${id}-why` : undefined}
          className="w-full min-w-0"
        >
          <option value="">{t.choosePartner}</option>
          {partners.map((partner) => (
            <option key={partner}>{partner}</option>
          ))}
        </Select>
      </div>
      {checked ? (
        <div id={`${id}-why`} className="mt-2">
          <span className={classes('font-semibold text-sm', right ? 'text-pass' : 'text-fail')}>
            {right ? `✓ ${t.rightPair}` : `✗ ${t.wrongPair}`}
          </span>
          <Html html={pair.feedbackHtml} className="prose prose-small" />
        </div>
      ) : null}
    </div>
  );
}
