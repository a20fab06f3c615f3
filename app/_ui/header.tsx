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

/** Each with what is reached from it and belongs to it. */
const sections = [
  { name: 'questions', within: ['topics', 'tracks'] },
  { name: 'problems', within: ['submissions'] },
  { name: 'practice', within: ['mock'] },
  { name: 'progress', within: [] },
  { name: 'about', within: [] },
] as const;

export function Header({ locale }: { locale: Locale }) {
  const t = shellMessages[locale];
  return (
    <header className="border-line border-b bg-paper">
      {/* Two lines until an instructor's English links, too, fit into one. */}
      <div className="mx-auto flex w-full max-w-page flex-wrap items-center gap-x-6 px-4 sm:px-6 lg:h-14 lg:flex-nowrap">
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
          className="-mx-3 order-last flex w-full flex-wrap gap-x-1 lg:order-none lg:mx-0 lg:w-auto lg:grow lg:flex-nowrap"
        >
          {sections.map(({ name, within }) => (
            // A phone has no room for all; the last is in the footer, too.
            <span key={name} className={name === 'about' ? 'hidden sm:contents' : 'contents'}>
              <NavLink href={`/${locale}/${name}`} within={within.map((folder) => `/${locale}/${folder}`)}>
                {t[name]}
              </NavLink>
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
