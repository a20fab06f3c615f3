'use client';

import Link, { useLinkStatus } from 'next/link';
import { usePathname, useSelectedLayoutSegment } from 'next/navigation';
import { type ReactNode, useSyncExternalStore } from 'react';
import { classes } from './classes.ts';

type Props = {
  href: string;
  /** Addresses of what else belongs to it. */
  within?: readonly string[];
  children: ReactNode;
};

/** A link of the main navigation, which tells where one is. */
export function NavLink({ href, within = [], children }: Props) {
  const pathname = useWhere();
  const here = [href, ...within].some((start) => pathname === start || pathname.startsWith(`${start}/`));
  return (
    <Link
      href={href}
      aria-current={pathname === href ? 'page' : here ? 'true' : undefined}
      className={classes(
        'relative flex h-11 items-center border-b-2 px-2.5 sm:px-3 lg:h-14',
        here ? 'border-accent font-semibold text-ink' : 'border-transparent text-ink-muted hover:text-ink',
      )}
    >
      {children}
      <OnItsWay />
    </Link>
  );
}

/**
 * The address, except on the page that stands in for others without a network: that was built ahead for none of them, so
 * where one is shows once it lives. React would not mend what it finds sent otherwise.
 */
function useWhere(): string {
  const pathname = usePathname();
  const standsIn = useSelectedLayoutSegment() === 'offline';
  const lives = useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
  return standsIn && !lives ? '' : pathname;
}

/** Shown while the server still makes the page that was asked for. */
function OnItsWay() {
  const { pending } = useLinkStatus();
  return pending ? (
    <span aria-hidden className="absolute inset-x-3 bottom-0 h-0.5 animate-pulse bg-accent" />
  ) : null;
}
