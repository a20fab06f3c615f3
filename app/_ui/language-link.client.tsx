'use client';

import { usePathname } from 'next/navigation';
import type { MouseEvent } from 'react';
import type { Locale } from '#judge/verdict.ts';
import { shellMessages } from '../_messages/shell.ts';
import { inLocale, languageTags, rememberLocale } from './languages.ts';
import { carryOpen } from './stay-open.ts';

/** Leads to this very page in the other language, and remembers the choice for the address without one. */
export function LanguageLink({ locale }: { locale: Locale }) {
  const pathname = usePathname();
  const t = shellMessages[locale];
  const other = locale === 'en' ? 'zh' : 'en';
  const keepPlace = (event: MouseEvent<HTMLAnchorElement>) => {
    event.currentTarget.search = window.location.search;
    event.currentTarget.hash = window.location.hash;
    carryOpen(event.currentTarget.pathname);
    rememberLocale(other);
  };
  return (
    // A plain link, since <html lang> changes: a page load, which also brings the other language's fonts.
    <a
      href={inLocale(pathname, other)}
      hrefLang={languageTags[other]}
      lang={languageTags[other]}
      title={t.otherLanguageLabel}
      onClick={keepPlace}
      className="flex h-10 items-center rounded px-2 text-ink-muted text-sm hover:bg-sunken hover:text-ink"
    >
      {t.otherLanguage}
    </a>
  );
}
