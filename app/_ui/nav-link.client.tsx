'use client';

import Link, { useLinkStatus } from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';

/** A link of the main navigation, which tells where one is. */
export function NavLink({ href, children }: { href: string; children: ReactNode }) {
  const pathname = usePathname();
  const here = pathname === href || pathname.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      aria-current={pathname === href ? 'page' : here ? 'true' : undefined}
      className={classes(
        'relative flex h-11 items-center border-b-2 px-2.5 sm:h-14 sm:px-3',
        here ? 'border-accent font-semibold text-ink' : 'border-transparent text-ink-muted hover:text-ink',
      )}
    >
      {children}
      <OnItsWay />
    </Link>
  );
}

/** Shown while the server still makes the page that was asked for. */
function OnItsWay() {
  const { pending } = useLinkStatus();
  return pending ? (
    <span aria-hidden className="absolute inset-x-3 bottom-0 h-0.5 animate-pulse bg-accent" />
  ) : null;
}
