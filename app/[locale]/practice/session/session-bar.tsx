import { CirclePause, Keyboard, Moon, Undo2 } from 'lucide-react';
import type { ComponentProps } from 'react';
import { practiceMessages } from '#app/_messages/practice.ts';
import type { Locale } from '#judge/verdict.ts';
import type { Session } from './use-session.client.ts';

type Props = { locale: Locale; session: Session; onKeys: () => void };

/** How far one is, and what can be done with a card besides grading it. */
export function SessionBar({ locale, session, onKeys }: Props) {
  const t = practiceMessages[locale];
  const { card, cards, past } = session;
  const all = past.length + cards.length;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-center gap-1">
        <p className="grow text-ink-muted text-sm tabular-nums">
          {card === undefined ? t.session : t.place(past.length + 1, all)}
        </p>
        <Tool label={t.undo} hint="u" onClick={session.undo} disabled={past.length === 0}>
          <Undo2 aria-hidden size={17} />
        </Tool>
        <Tool label={t.bury} hint="b" onClick={session.bury} disabled={card === undefined}>
          <Moon aria-hidden size={17} />
        </Tool>
        <Tool label={t.suspend} hint="s" onClick={session.suspend} disabled={card === undefined}>
          <CirclePause aria-hidden size={17} />
        </Tool>
        <Tool label={t.keys} hint="?" onClick={onKeys}>
          <Keyboard aria-hidden size={17} />
        </Tool>
      </div>
      <div aria-hidden className="h-1 overflow-hidden rounded bg-sunken">
        <div
          className="h-full rounded bg-accent transition-[width]"
          style={{ width: `${all === 0 ? 100 : (past.length / all) * 100}%` }}
        />
      </div>
    </div>
  );
}

function Tool({ label, hint, ...rest }: { label: string; hint: string } & ComponentProps<'button'>) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-keyshortcuts={hint}
      title={`${label} (${hint})`}
      className="grid size-10 place-items-center rounded text-ink-muted hover:bg-sunken hover:text-ink disabled:cursor-not-allowed disabled:opacity-40 disabled:hover:bg-transparent"
      {...rest}
    />
  );
}
