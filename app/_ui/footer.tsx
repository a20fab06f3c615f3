import Link from 'next/link';
import type { Locale } from '#judge/verdict.ts';
import { shellMessages } from '../_messages/shell.ts';

export function Footer({ locale }: { locale: Locale }) {
  const t = shellMessages[locale];
  return (
    <footer className="mt-16 border-line border-t text-ink-muted text-sm">
      <div className="mx-auto flex w-full max-w-page flex-wrap gap-x-6 gap-y-1 px-4 py-6 sm:px-6">
        <p>{t.tagline}</p>
        <p className="sm:ml-auto">
          {t.footer}{' '}
          <Link href={`/${locale}/about`} className="underline underline-offset-3 hover:text-ink">
            {t.about}
          </Link>
        </p>
      </div>
    </footer>
  );
}
