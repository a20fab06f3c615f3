'use client';

import { useId } from 'react';
import type { Locale } from '#judge/verdict.ts';
import { checkMessages } from '../../../_messages/checks.ts';
import { questionMessages } from '../../../_messages/questions.ts';
import { Html } from '../../../_ui/html.tsx';
import type { QuantityView } from '../check-view.ts';
import { QuantityField } from './quantity-field.client.tsx';
import { Solution } from './solution.tsx';

type Props = { locale: Locale; check: QuantityView; onRight: () => void };

/** A number with its unit: what was wrong, if anything, is told of either. */
export function QuantityCheck({ locale, check, onRight }: Props) {
  const id = useId();
  return (
    <div className="flex flex-col gap-3">
      <Html id={id} html={check.promptHtml} className="prose prose-small font-semibold" />
      <QuantityField
        locale={locale}
        promptId={id}
        asked={check}
        onGrade={({ kind }) => kind === 'right' && onRight()}
        explain={({ kind }) =>
          kind === 'right' ? (
            <Html html={check.rightHtml} className="prose prose-small" />
          ) : kind === 'wrong-number' ? (
            <Html html={check.wrongHtml} className="prose prose-small" />
          ) : null
        }
      />
      <Solution label={checkMessages[locale].solution}>
        <p className="font-semibold">{questionMessages[locale].theAnswer(check.answer)}</p>
        <Html html={check.rightHtml} className="prose prose-small" />
      </Solution>
    </div>
  );
}
