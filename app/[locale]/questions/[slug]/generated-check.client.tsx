'use client';

import { Dices } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { type GeneratedVariant, loadGenerator } from '#content/generated.ts';
import { parseQuantity, type QuantityGrade } from '#content/quantity.ts';
import type { Locale } from '#judge/verdict.ts';
import { checkMessages } from '../../../_messages/checks.ts';
import { Button } from '../../../_ui/button.tsx';
import type { GeneratedView } from '../check-view.ts';
import { drawSeed, seedInAddress } from './generated-seed.ts';
import { QuantityField } from './quantity-field.client.tsx';
import { Solution } from './solution.tsx';
import { isJudged } from './tell-quantity.ts';

type Props = { locale: Locale; check: GeneratedView; onRight: () => void };
type Generate = (seed: number) => GeneratedVariant;
type Drawn = { generate: Generate; seed: number; again: boolean; wrong: number | undefined };

/** An exercise with fresh numbers: drawn here, graded here, worked out with just these. */
export function GeneratedCheck({ locale, check, onRight }: Props) {
  const t = checkMessages[locale];
  const [drawn, setDrawn] = useState<Drawn | 'loading' | 'failed'>('loading');
  const fixed = check.fixed[locale];
  const { generator, id } = check;
  // Chance and the address are the browser's: what is built ahead is alike for all.
  useEffect(() => {
    let current = true;
    loadGenerator(generator).then(
      (generate) => {
        const seed = seedInAddress(id, window.location.search) ?? drawSeed();
        if (current) setDrawn({ generate, seed, again: false, wrong: undefined });
      },
      () => current && setDrawn('failed'),
    );
    return () => {
      current = false;
    };
  }, [generator, id]);

  if (typeof drawn === 'object')
    return (
      <Exercise
        key={drawn.seed}
        locale={locale}
        id={id}
        drawn={drawn}
        onRight={onRight}
        onDraw={(seed, wrong) => setDrawn({ ...drawn, seed, again: true, wrong })}
      />
    );
  return (
    <div className="flex flex-col gap-3">
      {drawn === 'failed' ? <p className="text-ink-muted">{t.notFresh}</p> : null}
      {/* Until the numbers are drawn these keep the place of theirs; without a script they are what there is. */}
      <div className={drawn === 'failed' ? undefined : 'shown-without-script invisible'}>
        <p className="font-semibold">{fixed.prompt}</p>
      </div>
      {drawn === 'failed' ? <Steps lines={fixed.solution} /> : <div className="needs-script h-17" />}
      <Solution label={t.solution}>
        <Steps lines={fixed.solution} />
      </Solution>
    </div>
  );
}

type ExerciseProps = {
  locale: Locale;
  id: string;
  drawn: Drawn;
  onRight: () => void;
  /** `wrong` is the seed of the one to come back to. */
  onDraw: (seed: number, wrong: number | undefined) => void;
};

function Exercise({ locale, id, drawn, onRight, onDraw }: ExerciseProps) {
  const t = checkMessages[locale];
  const prompt = useId();
  const { generate, seed, again, wrong: earlier } = drawn;
  const { answer, unit, tolerance, slips, [locale]: text } = generate(seed);
  const [grade, setGrade] = useState<QuantityGrade | undefined>(undefined);
  const missed = grade !== undefined && grade.kind !== 'right';
  const slipOf = (value: number) =>
    slips.find((slip) => {
      const meant = parseQuantity(`${slip.answer} ${unit}`)?.value ?? Number.NaN;
      return Math.abs(value - meant) <= tolerance * meant;
    });
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 text-ink-muted text-sm">
        <span className="inline-flex items-center gap-1.5">
          <Dices aria-hidden size={15} className="self-center" />
          {t.fresh}
        </span>
        <a
          href={`?numbers=${id}.${seed}#check-${id}`}
          title={t.variantHint}
          className="tabular-nums underline decoration-1 underline-offset-3 hover:text-accent"
        >
          {t.variant(seed)}
        </a>
      </div>
      <p id={prompt} className="font-semibold">
        {text.prompt}
      </p>
      <QuantityField
        locale={locale}
        promptId={prompt}
        asked={{ answer: `${answer} ${unit}`, tolerance }}
        focusFirst={again}
        onGrade={(graded) => {
          if (isJudged(graded)) setGrade(graded);
          if (graded.kind === 'right') onRight();
        }}
        explain={(graded) =>
          graded.kind === 'wrong-number' ? (
            <p className="empty:hidden">{slipOf(graded.value)?.[locale]}</p>
          ) : null
        }
      >
        <Button onClick={() => onDraw(drawSeed(seed), missed ? seed : earlier)}>{t.another}</Button>
        {earlier === undefined ? null : (
          <Button look="plain" onClick={() => onDraw(earlier, undefined)}>
            {t.backTo(earlier)}
          </Button>
        )}
      </QuantityField>
      {grade === undefined ? null : (
        <details open={grade.kind === 'right'} className="rounded border border-line px-3 py-2">
          <summary className="font-semibold">{grade.kind === 'right' ? t.worked : t.showWorked}</summary>
          <Steps lines={text.solution} />
        </details>
      )}
    </div>
  );
}

function Steps({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="mt-1 flex list-disc flex-col gap-1 pl-5 tabular-nums [overflow-wrap:anywhere]">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
