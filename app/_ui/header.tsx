import { UserRound } from 'lucide-react';
import Link from 'next/link';
import type { Locale } from '#judge/verdict.ts';
import { FindButton } from '../_find/find-button.client.tsx';
import { Island } from '../_islands/island.tsx';
import { findMessages } from '../_messages/find.ts';
import { shellMessages } from '../_messages/shell.ts';
import { LanguageLink } from './language-link.client.tsx';
import { Logo } from './logo.tsx';
import { NavLink } from './nav-link.client.tsx';
import { TeacherLinks } from './teacher-links.client.tsx';
import { ThemeToggle } from './theme-toggle.client.tsx';

const sections = ['questions', 'problems', 'practice', 'progress', 'about'] as const;

export function Header({ locale }: { locale: Locale }) {
  const t = shellMessages[locale];
  return (
    <header className="border-line border-b bg-paper">
      <div className="mx-auto flex w-full max-w-page flex-wrap items-center gap-x-6 px-4 sm:h-14 sm:flex-nowrap sm:px-6">
        <Link
          href={`/${locale}`}
          aria-label={t.home}
          className="flex h-14 items-center gap-2 rounded font-semibold text-lg"
        >
          <Logo />
          {t.name}
        </Link>
        <nav
          aria-label={t.mainNavigation}
          className="-mx-3 order-last flex w-full flex-wrap gap-x-1 sm:order-none sm:mx-0 sm:w-auto sm:grow sm:flex-nowrap"
        >
          {sections.map((section) => (
            // A phone has no room for all; the last is in the footer, too.
            <span key={section} className={section === 'about' ? 'hidden sm:contents' : 'contents'}>
              <NavLink href={`/${locale}/${section}`}>{t[section]}</NavLink>
            </span>
          ))}
          <Island name="TeacherLinks" is={TeacherLinks} props={{ locale }} />
        </nav>
        <div className="ml-auto flex items-center gap-1">
          <Island name="FindButton" is={FindButton} props={{ locale, label: findMessages[locale].open }} />
          <Island name="LanguageLink" is={LanguageLink} props={{ locale }} />
          <Island name="ThemeToggle" is={ThemeToggle} props={{ locale }} />
          {/* Says who you are, or offers to sign in: the header is the same for all, so that pages can be built ahead. */}
          <Link href={`/${locale}/settings`} aria-label={t.account} title={t.account} className={iconLink}>
            <UserRound aria-hidden size={18} />
          </Link>
        </div>
      </div>
    </header>
  );
}

const iconLink =
  'grid size-10 place-items-center rounded text-ink-muted hover:bg-sunken hover:text-ink focus-visible:text-ink';
