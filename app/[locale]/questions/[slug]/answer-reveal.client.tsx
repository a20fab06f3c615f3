'use client';

import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Locale } from '#judge/verdict.ts';
import { questionMessages } from '../../../_messages/questions.ts';
import { isOpenHere, reopenScript } from '../../../_ui/stay-open.ts';
import { tellAnswer } from '../progress.ts';

type Props = { locale: Locale; slug: string; children: ReactNode };

/** The answer stays closed until asked for, with or without a script. */
export function AnswerReveal({ locale, slug, children }: Props) {
  const t = questionMessages[locale];
  return (
    // The script opens it before React looks.
    <details
      ref={reopen}
      suppressHydrationWarning
      className="group"
      data-answer-of={slug}
      onToggle={({ currentTarget, target }) => {
        // Folded parts inside tell of themselves, too.
        if (target === currentTarget) tellAnswer(slug, currentTarget.open);
      }}
    >
      <summary className="flex min-h-12 list-none items-center justify-center gap-2 rounded border border-accent bg-accent px-5 font-semibold text-lg text-on-accent hover:border-accent-strong hover:bg-accent-strong group-open:mb-10 group-open:min-h-9 group-open:border-line group-open:bg-transparent group-open:font-normal group-open:text-base group-open:text-ink-muted group-open:hover:border-accent group-open:hover:bg-sunken [&::-webkit-details-marker]:hidden">
        <span className="group-open:hidden">{t.reveal}</span>
        <span className="hidden group-open:inline">{t.conceal}</span>
        <ChevronDown aria-hidden size={18} className="group-open:rotate-180" />
      </summary>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, allowed by its hash */}
      <script dangerouslySetInnerHTML={{ __html: reopenScript }} />
      {children}
    </details>
  );
}

// A page that Next swapped in has run no script.
function reopen(details: HTMLDetailsElement | null): void {
  if (details && isOpenHere()) details.open = true;
}
