'use client';

import { Bookmark } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Locale } from '#judge/verdict.ts';
import { keepMessages } from '../_messages/keep.ts';
import { classes } from '../_ui/classes.ts';
import { openLine } from '../_ui/in-line.ts';
import { type CardAddress, changeKept, pathOf, send, useKept } from './kept.ts';

type Props = CardAddress & { locale: Locale };

/** Keeps a question or a problem at hand, at once; taken back where that did not arrive. */
export function BookmarkToggle({ locale, kind, slug }: Props) {
  const t = keepMessages[locale];
  const card = { kind, slug };
  const kept = useKept(card);
  const [failed, setFailed] = useState(false);
  const on = kept?.bookmarked ?? false;
  const want = useMemo(
    () =>
      openLine(async (bookmarked: boolean) => {
        const answer = await send('PUT', `${pathOf({ kind, slug })}/bookmark`, { bookmarked });
        return answer?.ok === true;
      }),
    [kind, slug],
  );
  const toggle = async () => {
    changeKept(card, { bookmarked: !on });
    setFailed(false);
    const settled = await want(!on, on);
    if (!settled) return;
    setFailed(settled.failed);
    if (settled.failed) changeKept(card, { bookmarked: settled.known });
  };
  return (
    <span className="needs-script inline-flex flex-wrap items-center gap-2 text-sm">
      <button
        type="button"
        aria-pressed={on}
        disabled={kept === undefined}
        onClick={() => void toggle()}
        className={classes(
          '-mx-1.5 inline-flex min-h-8 items-center gap-1 rounded px-1.5 hover:bg-accent-soft',
          on ? 'font-semibold text-accent' : 'text-ink-muted',
        )}
      >
        <Bookmark aria-hidden size={15} fill={on ? 'currentColor' : 'none'} />
        {on ? t.bookmarked : t.bookmark}
      </button>
      <span role="status" className="text-fail empty:hidden">
        {failed ? t.failed : ''}
      </span>
    </span>
  );
}
