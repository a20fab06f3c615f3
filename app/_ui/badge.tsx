import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Locale } from '#judge/verdict.ts';
import { verdictMessages } from '../_messages/verdicts.ts';

/** A short fact beside something: a topic, a version, a count. */
export function Badge({ children }: { children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap rounded border border-line px-1.5 text-ink-muted text-sm">
      {children}
    </span>
  );
}

/** The same where it leads on; its edge is that of what one can act on. */
export function BadgeLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      className="inline-flex min-h-6 items-center whitespace-nowrap rounded border border-line-strong px-1.5 text-ink-muted text-sm hover:border-accent hover:bg-accent-soft hover:text-ink"
    >
      {children}
    </Link>
  );
}

const bars = { easy: 1, medium: 2, hard: 3 };

/** Told by a word; the bars help the eye along a list. */
export function DifficultyBadge({ locale, difficulty }: { locale: Locale; difficulty: keyof typeof bars }) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap text-ink-muted text-sm">
      <svg aria-hidden width="12" height="12" viewBox="0 0 12 12" fill="currentColor">
        {[1, 2, 3].map((bar) => (
          <rect
            key={bar}
            x={(bar - 1) * 4.5}
            y={12 - bar * 4}
            width="3"
            height={bar * 4}
            opacity={bar <= bars[difficulty] ? 1 : 0.25}
          />
        ))}
      </svg>
      {verdictMessages[locale].difficulty[difficulty]}
    </span>
  );
}
