import { Archive, Keyboard, Moon, Undo2 } from 'lucide-react';
import type { ComponentProps } from 'react';
import { practiceMessages } from '#app/_messages/practice.ts';
import { classes } from '#app/_ui/classes.ts';
import type { Locale } from '#judge/verdict.ts';
import type { Session } from './use-session.client.ts';

type Props = { locale: Locale; session: Session; onKeys: () => void };

/** How far one is, and what can be done with a card besides grading it. */
export function SessionBar({ locale, session, onKeys }: Props) {
  const t = practiceMessages[locale];
  const { card, cards, past } = session;
  const all = past.length + cards.length;
  if (all === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-end sm:gap-1">
        <p className="grow text-ink-muted text-sm tabular-nums">
          {t.place(Math.min(past.length + 1, all), all)}
        </p>
        <Tool label={t.undo} hint="u" onClick={session.undo} disabled={past.length === 0}>
          <Undo2 aria-hidden size={17} />
        </Tool>
        {card === undefined ? null : (
          <>
            <Tool label={t.bury} hint="b" onClick={session.bury}>
              <Moon aria-hidden size={17} />
            </Tool>
            <Tool label={t.suspend} hint="s" onClick={session.suspend}>
              <Archive aria-hidden size={17} />
            </Tool>
          </>
        )}
        {/* Phones have none. */}
        <Tool label={t.keys} hint="?" onClick={onKeys} className="max-sm:hidden">
          <Keyboard aria-hidden size={17} />
        </Tool>
      </div>
      <div aria-hidden className="h-1 overflow-hidden rounded bg-sunken">
        <div
          className="h-full rounded bg-accent transition-[width]"
          style={{ width: `${(past.length / all) * 100}%` }}
        />
      </div>
      {/* Beside “Undo”, since a card that is gone can have been meant to stay. */}
      <p aria-live="polite" className="min-h-5 text-sm">
        {session.said}
      </p>
    </div>
  );
}

type ToolProps = { label: string; hint: string } & ComponentProps<'button'>;

function Tool({ label, hint, className, children, ...rest }: ToolProps) {
  return (
    <button
      type="button"
      aria-keyshortcuts={hint}
      title={`${label} (${hint})`}
      className={classes(
        'inline-flex min-h-10 items-center gap-1.5 rounded px-2 text-ink-muted text-sm hover:bg-sunken hover:text-ink disabled:cursor-not-allowed disabled:opacity-40 disabled:hover:bg-transparent',
        className,
      )}
      {...rest}
    >
      {children}
      {label}
    </button>
  );
}
