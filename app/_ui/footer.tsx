import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Locale } from '#judge/verdict.ts';
import { shellMessages } from '../_messages/shell.ts';
import { wayMessages } from '../_messages/ways.ts';

export function Footer({ locale }: { locale: Locale }) {
  const t = shellMessages[locale];
  return (
    <footer className="mt-16 border-line border-t text-ink-muted text-sm">
      <div className="mx-auto flex w-full max-w-page flex-wrap gap-x-6 gap-y-1 px-4 py-6 sm:px-6">
        <p>{t.tagline}</p>
        <p className="flex flex-wrap gap-x-4 gap-y-1 sm:ml-auto">
          <FooterLink href={`/${locale}/topics`}>{wayMessages[locale].topics}</FooterLink>
          <FooterLink href={`/${locale}/tracks`}>{wayMessages[locale].tracks}</FooterLink>
          <span>
            {t.footer} <FooterLink href={`/${locale}/about`}>{t.about}</FooterLink>
          </span>
        </p>
      </div>
    </footer>
  );
}

function FooterLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="underline underline-offset-3 hover:text-ink">
      {children}
    </Link>
  );
}
